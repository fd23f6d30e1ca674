import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildPackage, type BuiltPackage } from "../builtPackage.js";

/** Notes the address of every module that is loaded, in the file that the environment names. */
const noteLoads = `
import { appendFileSync } from "node:fs";
export async function load(url, context, next) {
  appendFileSync(process.env.NINEFOLD_LOADED, url + "\\n");
  return next(url, context);
}`;
const asUrl = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;
/** Files that are required pass by what notes the modules: they are noted when the process ends. */
const hook = asUrl(`
import { appendFileSync } from "node:fs";
import { createRequire, register } from "node:module";
import { pathToFileURL } from "node:url";
register(${JSON.stringify(asUrl(noteLoads))});
process.on("exit", () => {
  for (const file of Object.keys(createRequire("/").cache))
    appendFileSync(process.env.NINEFOLD_LOADED, pathToFileURL(file) + "\\n");
});`);

let folder: string;
let ninefold: BuiltPackage;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "ninefold-start-"));
  ninefold = await buildPackage();
});
afterAll(() => {
  ninefold.remove();
  rmSync(folder, { recursive: true });
});

/** The packages that a command loads, those of its other processes too, and its files of this package. */
async function loadedBy(...args: string[]) {
  const file = path.join(mkdtempSync(path.join(folder, "loaded-")), "urls");
  const before = { ...process.env };
  Object.assign(process.env, { NINEFOLD_LOADED: file, NODE_OPTIONS: `--import ${hook}` });
  const { code, stderr } = await ninefold.run(...args).finally(() => {
    process.env = before;
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const urls = [...new Set(readFileSync(file, "utf8").trim().split("\n"))];
  const packages = urls.flatMap(
    (url) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1] ?? [],
  );
  const own = urls.filter((url) => url.includes("/dist/") && !url.includes("node_modules"));
  return { packages: [...new Set(packages)].sort(), own };
}

/** The sources of a bundle, and the packages among them. */
function bundled(file: string) {
  const text = readFileSync(file, "utf8");
  const sources = [...text.matchAll(/^ *\/\/ (\S+\.(?:m?[jt]s|cjs))$/gm)].map(
    ([, source]) => source,
  );
  const packages = sources.flatMap(
    (source) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? [],
  );
  return { sources, packages: [...new Set(packages)].sort() };
}

function expectLicences(folder: string, packages: readonly string[]) {
  const licences = readFileSync(path.join(folder, "licences.txt"), "utf8");
  const named = licences.split("\n---\n\n").map((licence) => licence.split("\n")[0]);
  expect(packages.filter((name) => !named.includes(name))).toEqual([]);
}

// These are what the time to start is made of. None of them loads what draws, prints or compiles.
it("--help and validate load one file, which holds what they need and no more", async () => {
  for (const command of ["--help", "validate"]) {
    const { packages, own } = await loadedBy(command);
    expect(packages, command).toEqual([]);
    expect(own.map((url) => path.basename(url))).toEqual(["main.cjs"]);
    const file = fileURLToPath(own[0]);
    const bundle = bundled(file);
    expect(bundle.sources).toContain("src/councils/data/validateDirectory.ts");
    const known =
      /^(src\/(cli|councils\/(bring|data)|datapackage|disk|ratings)|node_modules)\/|^src\/(councils\/analysis\/publishedTotals|engine\/report\/(formats?|visible)|\w+)\.ts$/;
    expect(bundle.sources.filter((source) => !known.test(source))).toEqual([]);
    expect(bundle.packages).toEqual(["commander", "csv-parse", "valibot"]);
    expectLicences(path.join(path.dirname(file), ".."), bundle.packages);
  }
});

it("a report loads no compiler, typesetter or browser that it does not use", async () => {
  const heavy = [
    "@myriaddreamin/typst-ts-node-compiler",
    "typescript",
    "vega",
    "vega-lite",
    "vite",
    "danfojs-node",
    "jsdom",
  ];
  const notebook = path.join("test", "cases", "notebooks", "council", "needs-ascof.html");
  const html = [
    "report",
    notebook,
    "--council",
    "Barnet",
    "--format",
    "html",
    "--out",
    path.join(folder, "html"),
  ];
  const { packages, own } = await loadedBy(...html);
  expect(packages.filter((name) => heavy.includes(name))).toEqual([]);
  // What makes reports is one file, with what it needs.
  const worker = own.filter((url) => url.endsWith("/reportWorker.js"));
  expect(worker).toHaveLength(1);
  expect(own.filter((url) => /\/dist\/(councils\/charts|statistics)\//.test(url))).toEqual([]);
  const file = fileURLToPath(worker[0]);
  const bundle = bundled(file);
  expect(bundle.packages).toContain("linkedom");
  expect(bundle.packages.filter((name) => heavy.includes(name))).toEqual([]);
  expectLicences(path.dirname(file), bundle.packages);
  const pdf = [
    "report",
    notebook,
    "--council",
    "Barnet",
    "--format",
    "pdf",
    "--out",
    path.join(folder, "pdf"),
  ];
  const withPdf = await loadedBy(...pdf);
  expect(withPdf.packages.filter((name) => heavy.includes(name))).toEqual([heavy[0]]);
});
