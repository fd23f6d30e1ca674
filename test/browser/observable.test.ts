import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseHTML } from "linkedom";
import { chromium as playwright, type Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { serve, type Served } from "../../src/engine/site/serve.js";
import { chromium, chromiumFlags } from "./chromium.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** What reads libraries that Observable's pages load from its hosts, and tables that only Ninefold has. */
const theirs = ["explore.html"];
const notebooks = fs
  .readdirSync(path.join(root, "notebooks"))
  .filter((file) => file.endsWith(".html") && !theirs.includes(file));

/** The folder of somebody who has installed Ninefold and Observable's Notebook Kit. */
const folder = fs.mkdtempSync(path.join(tmpdir(), "ninefold-observable-"));
const built = path.join(folder, ".observable", "dist");
let served: Served;
let browser: Browser;

beforeAll(async () => {
  const modules = path.join(folder, "node_modules");
  fs.mkdirSync(modules);
  for (const name of fs.readdirSync(path.join(root, "node_modules")))
    fs.symlinkSync(path.join(root, "node_modules", name), path.join(modules, name));
  // The package as it is installed, whatever is in the folder of the sources.
  const own = path.join(modules, "ninefold");
  fs.mkdirSync(own);
  fs.copyFileSync(path.join(root, "package.json"), path.join(own, "package.json"));
  fs.symlinkSync(path.join(root, "data"), path.join(own, "data"));
  const node = (...args: readonly string[]) => {
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
    expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
  };
  node(path.join(root, "scripts", "build.js"), path.join(own, "dist"));
  for (const name of notebooks)
    fs.copyFileSync(path.join(root, "notebooks", name), path.join(folder, name));
  const kit = path.join("node_modules", "@observablehq", "notebook-kit", "dist", "bin");
  node(path.join(kit, "notebooks.js"), "build", "--root", ".", "--", ...notebooks);
  const read = (name: string) => {
    const file = path.join(built, name);
    return file.startsWith(built) && fs.existsSync(file) ? fs.readFileSync(file) : null;
  };
  served = await serve({
    read,
    // What browsers ask for by themselves.
    intercept: (asked, _, response) => asked === "favicon.ico" && !!response.writeHead(204).end(),
  });
  browser = await playwright.launch({ executablePath: chromium, args: chromiumFlags });
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** What a page of Observable's comes to: what it complains of, and what it shows. */
async function outcome(name: string, figures: number) {
  const page = await browser.newPage();
  try {
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`${served.address}/${name}`);
    const last = page.locator("main figure").nth(figures - 1);
    const errors = page.locator(".observablehq--error");
    if (figures > 0) await last.or(errors.first()).first().waitFor({ timeout: 120_000 });
    return {
      complaints,
      errors: await errors.allInnerTexts(),
      figures: await page.locator("main figure").count(),
      text: await page.locator("main").innerText(),
    };
  } finally {
    await page.close();
  }
}

/** The titles of the figures of a report, from its page. */
async function titlesOf(name: string): Promise<string[]> {
  const page = await fetch(`${inject("address")}/${name}`);
  expect(page.status).toBe(200);
  const { document } = parseHTML(await page.text());
  document.querySelectorAll("figure .number").forEach((number) => number.remove());
  return [...document.querySelectorAll("figure[id] > [id$=_title]")].map((title) =>
    title.textContent.trim(),
  );
}

test.each(notebooks)(
  "Observable's own build shows what the report holds: %s",
  async (name) => {
    const titles = await titlesOf(name);
    const { complaints, errors, figures, text } = await outcome(name, titles.length);
    expect(errors).toEqual([]);
    expect(complaints).toEqual([]);
    expect(figures).toBe(titles.length);
    for (const title of titles) expect(text).toContain(title);
  },
  300_000,
);
