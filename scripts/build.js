/**
 * Compiles the sources to JavaScript, file by file, into the folder that is named or `dist`. The
 * command line's first file is bundled besides with what it needs, as CommonJS: Node 20 starts one
 * such file sooner than modules, and with `--help` and `validate` that is most of the wait.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const outdir = path.resolve(process.argv[2] ?? "dist");
process.chdir(path.join(import.meta.dirname, ".."));

const options = { target: "es2022", logLevel: "warning" };
const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
  .map((name) => path.join("src", name));

/** What a command imports when it runs stays a file of its own, but for those that must be quick. */
const bundled = ["./validate.js"];
const keepLazy = {
  name: "keep-lazy",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\./ }, ({ kind, path }) =>
      kind === "dynamic-import" && !bundled.includes(path) ? { path, external: true } : undefined,
    ),
};

/** The packages in the bundle ask that copies carry their licences. */
const licences = ["commander/LICENSE", "csv-parse/LICENSE", "valibot/LICENSE.md"].map(
  (file) => `${file}:\n\n${readFileSync(`node_modules/${file}`, "utf8")}`,
);

await Promise.all([
  build({ ...options, entryPoints: sources, outbase: "src", outdir, format: "esm" }),
  build({
    ...options,
    entryPoints: ["src/cli/main.ts"],
    outfile: path.join(outdir, "cli", "main.cjs"),
    bundle: true,
    platform: "node",
    format: "cjs",
    plugins: [keepLazy],
    define: { "import.meta.url": "moduleUrl" },
    banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename);' },
    footer: { js: `/*\n${licences.join("\n")}*/` },
  }),
]);
