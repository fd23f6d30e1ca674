import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium as playwright, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../../src/cli/main.js";
import { councilSlugs } from "../../src/councils/data/councilSlugs.js";
import type { Assessment } from "../../src/councils/data/dataset.js";
import { readDataset } from "../../src/councils/data/readDataset.js";
import { expectAccessible, findings } from "./axe.js";
import { chromium, chromiumFlags } from "./chromium.js";

const dataset = readDataset();
const { assessments, councils } = dataset;

const of = (code: string) => assessments.filter(({ gssCode }) => gssCode === code);
const isScored = ({ scores }: Assessment) => scores.every((score) => score !== null);
const isFormal = ({ kind }: Assessment) => kind === "formal";
const outcomes = new Set(dataset.context["ascof-long"].map(({ gss_code: code }) => code));

/** The first council of which something is so. */
function council(isSo: (rows: readonly Assessment[], code: string) => boolean): string {
  const found = councils.find(({ gssCode }) => isSo(of(gssCode), gssCode));
  if (found === undefined) throw new Error("the data hold no such council");
  return found.name;
}

/** A council of each kind that the data hold. */
const kinds: Readonly<Record<string, string>> = {
  "all that can be known": council(
    (rows, code) => rows.some((row) => isFormal(row) && isScored(row)) && outcomes.has(code),
  ),
  "no assessment": council((rows) => rows.length === 0),
  "a word alone": council(
    (rows) =>
      rows.length === 1 && rows[0].rating !== null && rows[0].sum === null && isFormal(rows[0]),
  ),
  "a percentage alone": council((rows) =>
    rows.some((row) => row.percentage !== null && row.scores.every((score) => score === null)),
  ),
  "low confidence": council((rows) => rows.some(({ confidence }) => confidence === "low")),
  withdrawn: council((rows) => rows.some(({ status }) => status === "withdrawn")),
  revised: council((rows) => rows.some(({ status }) => status === "revised")),
  "a pilot": council((rows) => rows.some(({ kind }) => kind === "pilot")),
  Inadequate: council((rows) => rows.some(({ rating }) => rating === "Inadequate")),
  Outstanding: council((rows) => rows.some(({ rating }) => rating === "Outstanding")),
  "steps in oversight": council((_, code) =>
    dataset.interventions.some(({ gssCode }) => gssCode === code),
  ),
  "fewest outcomes": [...councils].sort(
    (a, b) =>
      dataset.context["ascof-long"].filter(({ gss_code: code }) => code === a.gssCode).length -
      dataset.context["ascof-long"].filter(({ gss_code: code }) => code === b.gssCode).length,
  )[0].name,
};

let out: string;
let browser: Browser;
beforeAll(async () => {
  out = mkdtempSync(path.join(tmpdir(), "ninefold-councils-"));
  const asked = [...new Set(Object.values(kinds))].flatMap((name) => ["--council", name]);
  let stderr = "";
  const io = { stdout: () => {}, stderr: (text: string) => (stderr += text) };
  const args = ["report", "council", ...asked, "--format", "html", "--out", out];
  expect({ code: await run(args, io), stderr }).toEqual({ code: 0, stderr: "" });
  browser = await playwright.launch({ executablePath: chromium, args: chromiumFlags });
});
afterAll(async () => {
  await browser.close();
  rmSync(out, { recursive: true });
});

/** Opens a page from the disk, as a reader would who was sent it, and hands it on. */
async function withPage(
  name: string,
  work: (page: Page) => Promise<void>,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<void> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(pathToFileURL(path.join(out, "councils", `${name}.html`)).href);
    await work(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

const slugOf = (name: string) =>
  councilSlugs(councils).get(councils.find((one) => one.name === name)!.gssCode)!;

describe.each([
  ...Object.entries(kinds).map(([kind, name]) => [kind, slugOf(name)]),
  ["the index", "index"],
])("%s: %s", (_, name) => {
  test("axe finds nothing, light and dark; does not scroll sideways at 320 px", () =>
    withPage(
      name,
      async (page) => {
        await page.setViewportSize({ width: 320, height: 800 });
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(320);
        await page.setViewportSize({ width: 1280, height: 720 });
        await expectAccessible(page);
      },
      { colorScheme: "light" },
    ));
});

test("the index finds a council as it is typed, and its policy stops no script of its own", () =>
  withPage("index", async (page) => {
    const name = kinds["all that can be known"];
    await page.getByLabel("Find a council by its name or ONS code").fill(name);
    expect(await page.locator("#all li:visible").allTextContents()).toContain(name);
    expect(await page.getByRole("status").textContent()).toMatch(/^\d+ councils?$/);
    await page.getByLabel("Find a council").fill("nothing of the kind");
    expect(await page.locator("section:visible").count()).toBe(0);
    expect(await page.getByRole("status").textContent()).toBe("0 councils");
    expect(await findings(page)).toEqual([]);
  }));

test("the index reads whole without scripts, and shows no field that does nothing", () =>
  withPage(
    "index",
    async (page) => {
      expect(await page.locator(".search").isVisible()).toBe(false);
      const pages = new Set(Object.values(kinds)).size;
      expect(await page.locator("#all li:visible").count()).toBe(pages);
      await page.locator("#all li a").first().click();
      expect(page.url()).toMatch(/councils\/[a-z-]+\.html$/);
    },
    { javaScriptEnabled: false },
  ));
