/**
 * Compiles the sources to JavaScript, file by file, into the folder that is named or `dist`. Two
 * files are bundled besides with what they need, as Node takes longer to find hundreds of files
 * than to read them: the command line's first, as CommonJS, which Node 20 starts sooner, and the one
 * that makes reports in a process of its own.
 * Nothing is compiled where the folder was made after the last change of all that it is made from.
 */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
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
const data = filesIn("data").filter((file) => /\.(csv|json|hexjson|topojson)$/.test(file));
const madeFrom = [
  ...[...sources, ...data, ...installed],
  ...["package.json", "tsconfig.json", import.meta.filename],
];
const written = ["dataset.json", "globals.d.ts"].map((name) => path.join(outdir, name));
if (
  [...outputs, ...written].every(existsSync) &&
  madeFrom.every((file) => timeOf(file) < timeOf(command))
)
  process.exit();
const { build } = await import("esbuild");
const options = { target: "es2022", logLevel: "warning" };

/**
 * What is imported only when it is used stays outside a bundle, but for what `isBundled`. An
 * address from one file to another holds for a bundle only where it stands in that file's place.
 */
const keepLazy = (isBundled) => ({
  name: "keep-lazy",
  setup: ({ initialOptions, onResolve }) =>
    onResolve({ filter: /./ }, ({ kind, path: address, importer }) => {
      if (kind !== "dynamic-import" || isBundled(address)) return undefined;
      const place = path.dirname(path.resolve(initialOptions.entryPoints[0]));
      if (address.startsWith(".") && path.dirname(importer) !== place)
        throw new Error(`${importer}: ${address}: expected import() of a file in ${place} alone`);
      return { path: address, external: true };
    }),
});
const bundle = {
  ...options,
  bundle: true,
  metafile: true,
  platform: "node",
  // Sources find the package's other folders two levels up; a bundle says that it is such a file.
  define: { "import.meta.url": "moduleUrl" },
};

/** The packages in bundles ask that copies carry their licences. */
function licencesOf(metafiles) {
  const files = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folderOf = (file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? [];
  return [...new Set(files.flatMap(folderOf))].sort().map((folder) => {
    const licence = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
    if (licence === undefined) throw new Error(`${folder}: expected a licence, as it is bundled`);
    const name = folder.replace(/^.*node_modules\//, "");
    return `${name}\n\n${readFileSync(path.join(folder, licence), "utf8").trim()}\n`;
  });
}

await build({ ...options, entryPoints: sources, outbase: "src", outdir, format: "esm" });
const bundles = await Promise.all([
  build({
    ...bundle,
    entryPoints: ["src/reportWorker.ts"],
    outfile: path.join(outdir, "reportWorker.js"),
    allowOverwrite: true,
    format: "esm",
    // It loads a file that is no JavaScript.
    external: ["rolldown"],
    plugins: [keepLazy((address) => address.startsWith("."))],
    banner: { js: "const moduleUrl = import.meta.url;" },
  }),
  build({
    ...bundle,
    entryPoints: ["src/cli/main.ts"],
    outfile: `${command}.new`,
    format: "cjs",
    plugins: [keepLazy((address) => address === "./validate.js")],
    banner: {
      js: '"use strict";\nconst moduleUrl = require("node:url").pathToFileURL(__filename).href;',
    },
  }),
]);
writeFileSync(
  path.join(outdir, "licences.txt"),
  licencesOf(bundles.map(({ metafile }) => metafile)).join("\n---\n\n"),
);
const others = ["--import", "tsx", path.join("scripts", "writeForOthers.ts"), outdir];
const { status, stderr } = spawnSync(process.execPath, others, { encoding: "utf8" });
if (status !== 0) throw new Error(`scripts/writeForOthers.ts: ${stderr}`);

// Last and whole, as its time says that all was made.
utimesSync(`${command}.new`, began, began);
renameSync(`${command}.new`, command);
