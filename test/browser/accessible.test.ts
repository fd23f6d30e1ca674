import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { useBrowser } from "./openPage.js";

const open = useBrowser();
const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds on a page, a line each: the rule, then the element. `tags` are its kinds of rules. */
async function findings(page: Page, tags?: string[]): Promise<string[]> {
  const { violations } = await page.evaluate(
    (values) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        resultTypes: ["violations"],
        ...(values && { runOnly: { type: "tag", values } }),
      }),
    tags,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}: ${failureSummary}`),
  );
}

const backgroundOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

/** Colour alone is another in the dark: a page is laid out once and asked for both. */
async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(source);
  expect(await backgroundOf(page)).toBe("rgb(255, 255, 255)");
  for (const summary of await page.locator("summary").all()) await summary.click();
  expect(await findings(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await backgroundOf(page)).toBe("rgb(20, 24, 27)");
  expect(await findings(page, ["cat.color"])).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
}

/** Whether the page scrolls sideways, and what of it sticks out. */
const sideways = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.body.querySelectorAll("*")]
      .filter((element) => !element.closest(".panel *, .scroll *, .hidden, .skip"))
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => element.outerHTML.slice(0, 120));
  });

/** 640 px is what a window of 1280 px holds at 200% zoom. */
async function expectNarrow(page: Page): Promise<void> {
  for (const width of [1280, 640, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await sideways(page)).toEqual([]);
    const held = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(held).toBeLessThanOrEqual(width);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function expectPrints(page: Page): Promise<void> {
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  const pictures = await page.locator("main img").count();
  expect(pages).toBeGreaterThanOrEqual(1);
  expect(pdf.length).toBeGreaterThan(10_000 + 2_000 * pictures);
}

describe("what anybody can read", () => {
  test.each(inject("pages").filter((path) => path !== "live/fails.html"))(
    "%s: axe finds nothing, light and dark; nothing scrolls sideways; it prints",
    async (path) => {
      const { page } = await open(path, { colorScheme: "light" });
      await expectNarrow(page);
      await expectAccessible(page);
      await expectPrints(page);
    },
  );
});

test("what goes wrong is as accessible as the rest", async () => {
  const { page } = await open("live/fails.html", { colorScheme: "light" });
  await expectAccessible(page);
});
