import { main } from "../../src/cli/main.js";

// The command line as `bin/ninefold.cjs` runs it, from the sources.
await main(process.argv.slice(2));
