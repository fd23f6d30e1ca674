import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import commonjsPlugin from "@rollup/plugin-commonjs";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import { build as esbuild } from "esbuild";
import { chromium } from "playwright-core";
import { rollup, type Plugin } from "rollup";
import { build as vite } from "vite";
import { chromium as executablePath, chromiumFlags } from "../browser/chromium.js";

// Its types tell of a CommonJS module, which it is not where it is imported.
const commonjs = commonjsPlugin as unknown as () => Plugin;

/** Bundles the module of a project into its folder `to`, as its author would. */
type Bundler = (entry: string, to: string) => Promise<unknown>;

export const bundlers: Readonly<Record<string, Bundler>> = {
  vite: (entry, to) =>
    vite({
      root: path.dirname(entry),
      logLevel: "silent",
      build: { outDir: to, lib: { entry, formats: ["es"], fileName: "main" } },
    }),
  esbuild: (entry, to) =>
    esbuild({
      entryPoints: [entry],
      ...{ bundle: true, splitting: true, format: "esm", outdir: to, logLevel: "silent" },
    }),
  async rollup(entry, to) {
    const bundle = await rollup({
      input: entry,
      plugins: [nodeResolve({ browser: true }), commonjs()],
      onwarn: () => undefined,
    });
    await bundle.write({ dir: to, format: "es" });
  },
};

const types: Readonly<Record<string, string>> = { ".js": "text/javascript", ".html": "text/html" };

/** What a page says that loads `main.js` of a folder in Chromium, and what its console complains of. */
export async function openBundle(
  folder: string,
): Promise<{ readonly text: string; readonly complaints: readonly string[] }> {
  const page = '<!doctype html><title>bundle</title><script type="module" src="main.js"></script>';
  const server = createServer(({ url = "/" }, response) => {
    const name = url === "/" ? "index.html" : path.basename(url);
    response.setHeader("Content-Type", types[path.extname(name)] ?? "application/json");
    try {
      response.end(name === "index.html" ? page : readFileSync(path.join(folder, name)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    const complaints: string[] = [];
    const tab = await browser.newPage();
    tab.on("pageerror", (error) => complaints.push(String(error)));
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await tab.waitForFunction(() => document.body.textContent !== "");
    return { text: (await tab.textContent("body")) ?? "", complaints };
  } finally {
    await browser.close();
    server.close();
  }
}
