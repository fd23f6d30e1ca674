import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { packageNotebooks } from "../../src/cli/packageNotebooks.js";
import { readDataset } from "../../src/councils/data/readDataset.js";
import { serve } from "../../src/engine/site/serve.js";
import { footerOf } from "../../src/councils/pages/footer.js";
import { siteOf } from "../buildSite.js";
import { writeSeventhNotebook } from "../seventhNotebook.js";
import { chromium } from "./chromium.js";

/** A notebook that imports modules and JSON beside it, and attaches a file. */
const views = fileURLToPath(new URL("../cases/notebooks/pass/views.html", import.meta.url));
/** One whose drawing moves for a while. */
const moves = fileURLToPath(new URL("../cases/notebooks/forms/moves.html", import.meta.url));

/** What a careful host sends with every page; `explore` uses Arquero, which compiles text. */
const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";
const compilingPolicy = `${policy}; script-src 'self' 'unsafe-eval'`;

const madeUp = (name: string) =>
  fileURLToPath(new URL(`../cases/live/${name}.html`, import.meta.url));

declare module "vitest" {
  interface ProvidedContext {
    /** Where the site is served. */
    address: string;
    /** The notebooks that come with the package. */
    notebooks: readonly string[];
    /** Their pages and the index. */
    pages: readonly string[];
  }
}

/** Builds the site of every notebook and of made-up ones, and serves it to this machine. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(chromium)) throw new Error(`browser tests need Chromium: none at ${chromium}`);
  const folder = mkdtempSync(path.join(tmpdir(), "ninefold-browser-"));
  const dataset = readDataset();
  const notebooks = [...packageNotebooks()];
  const files = [
    ...notebooks.map(([, file]) => file),
    ...["analysis", "controls", "fails", "vega", "words"].map(madeUp),
    views,
    moves,
    writeSeventhNotebook(folder).file,
  ];
  const outputs = await siteOf(files, {
    dataset,
    set: "complete",
    footer: footerOf(dataset, { version: "0.0.0" }),
  });
  const content = new Map(outputs.map((output) => [output.path, output.content]));
  const served = await serve({
    read: (path) => content.get(path.replace(/^strict\//, "")) ?? null,
    // What browsers ask for by themselves, where a page names no icon.
    intercept: (path, _, response) => path === "favicon.ico" && !!response.writeHead(204).end(),
    policyOf: (path) => (path === "live/explore.html" ? compilingPolicy : policy),
  });
  const names = notebooks.map(([name]) => name);
  provide("address", served.address);
  provide("notebooks", names);
  provide("pages", [
    "index.html",
    ...names.flatMap((name) => [`${name}.html`, `live/${name}.html`]),
    "live/controls.html",
    "live/fails.html",
    "live/views.html",
    "live/vega.html",
    "near.html",
    "live/near.html",
  ]);
  return async () => {
    rmSync(folder, { recursive: true });
    await served.close();
  };
}
