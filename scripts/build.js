/**
 * Compiles the sources to JavaScript, file by file, into the folder that is named or `dist`. The
 * command line's first file is bundled besides with what it needs, as CommonJS: Node 20 starts one
 * such file sooner than modules, and with `--help` and `validate` that is most of the wait.
 * Nothing is compiled where the folder was made after the last change of all that it is made from.
 */
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import path from "node:path";

// What changes while this runs must count as changed after it; clocks of files may lag a little.
const began = new Date(Date.now() - 1000);
const outdir = path.resolve(process.argv[2] ?? "dist");
process.chdir(path.join(import.meta.dirname, ".."));

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => path.join(folder, name));
const sources = filesIn("src").filter((file) => /(?<!\.d)\.ts$/.test(file));
const outputs = sources.map((file) =>
  path.join(outdir, path.relative("src", file).replace(/\.ts$/, ".js")),
);
const command = path.join(outdir, "cli", "main.cjs");

// What is left of a source that is no longer there, in a folder that this script made.
for (const file of existsSync(command) ? filesIn(outdir) : [])
  if (file.endsWith(".js") && !outputs.includes(file)) rmSync(file);

const timeOf = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const installed = ["package-lock.json", "node_modules/.package-lock.json"];
const madeFrom = [...sources, ...installed, "package.json", "tsconfig.json", import.meta.filename];
if (outputs.every(existsSync) && madeFrom.every((file) => timeOf(file) < timeOf(command)))
  process.exit();
const { build } = await import("esbuild");
const options = { target: "es2022", logLevel: "warning" };

/**
 * What a command imports when it runs stays a file of its own, but for those that must be quick. An
 * address from one file to another holds for the bundle only where it stands beside that file.
 */
const bundled = ["./validate.js"];
const keepLazy = {
  name: "keep-lazy",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\./ }, ({ kind, path: address, importer }) => {
      if (kind !== "dynamic-import" || bundled.includes(address)) return undefined;
      if (path.dirname(importer) !== path.resolve("src/cli"))
        throw new Error(`${importer}: expected import() in src/cli alone: ${address}`);
      return { path: address, external: true };
    }),
};

/** The packages in the bundle ask that copies carry their licences. */
const licences = ["commander/LICENSE", "csv-parse/LICENSE", "valibot/LICENSE.md"].map(
  (file) => `${file}:\n\n${readFileSync(`node_modules/${file}`, "utf8")}`,
);

await build({ ...options, entryPoints: sources, outbase: "src", outdir, format: "esm" });
await build({
  ...options,
  entryPoints: ["src/cli/main.ts"],
  outfile: `${command}.new`,
  bundle: true,
  platform: "node",
  format: "cjs",
  plugins: [keepLazy],
  // Sources find the package's other folders two levels up, which is where the bundle stands too.
  define: { "import.meta.url": "moduleUrl" },
  banner: {
    js: '"use strict";\nconst moduleUrl = require("node:url").pathToFileURL(__filename);',
  },
  footer: { js: `/*\n${licences.join("\n")}*/` },
});
// Last and whole, as its time says that all was made.
utimesSync(`${command}.new`, began, began);
renameSync(`${command}.new`, command);
