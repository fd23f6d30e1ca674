/**
 * Compiles the sources to JavaScript, file by file, into the folder that is named or `dist`. The
 * command line's first file is bundled besides with what it needs, as CommonJS: Node 20 starts one
 * such file sooner than modules, and with `--help` and `validate` that is most of the wait.
 * Nothing is done where what the folder holds is newer than all that it is made from.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

const outdir = path.resolve(process.argv[2] ?? "dist");
process.chdir(path.join(import.meta.dirname, ".."));

const options = { target: "es2022", logLevel: "warning" };
const found = readdirSync("src", { recursive: true, withFileTypes: true });
const at = (entry) => path.join(entry.parentPath, entry.name);
/** A folder changes when a file is added, renamed or removed. */
const folders = ["src", ...found.filter((entry) => entry.isDirectory()).map(at)];
const sources = found.map(at).filter((file) => /(?<!\.d)\.ts$/.test(file));

const command = path.join(outdir, "cli", "main.cjs");
const changed = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const madeFrom = [...sources, ...folders, "package-lock.json", import.meta.filename];
if (madeFrom.every((file) => changed(file) < changed(command))) process.exit();
const { build } = await import("esbuild");

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

await build({ ...options, entryPoints: sources, outbase: "src", outdir, format: "esm" });
// Last, as its time says when all was made.
await build({
  ...options,
  entryPoints: ["src/cli/main.ts"],
  outfile: command,
  bundle: true,
  platform: "node",
  format: "cjs",
  plugins: [keepLazy],
  define: { "import.meta.url": "moduleUrl" },
  banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename);' },
  footer: { js: `/*\n${licences.join("\n")}*/` },
});
