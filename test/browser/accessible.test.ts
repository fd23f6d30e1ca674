import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { useBrowser } from "./openPage.js";

const open = useBrowser();
const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds on a page, a line each: the rule, then the element. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ["violations"],
    }),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}: ${failureSummary}`),
  );
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

describe.each(inject("pages").filter((path) => path !== "live/fails.html"))("%s", (path) => {
  test.each(["light", "dark"] as const)("axe finds nothing: %s", async (colorScheme) => {
    const { page } = await open(path, { colorScheme });
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(background).toBe(colorScheme === "light" ? "rgb(255, 255, 255)" : "rgb(20, 24, 27)");
    for (const summary of await page.locator("summary").all()) await summary.click();
    expect(await findings(page)).toEqual([]);
  });

  // 640 px at twice the size is a window of 1280 px at 200% zoom.
  test.each([
    [320, 1],
    [640, 2],
    [1280, 1],
  ])("does not scroll sideways at %i px", async (width, deviceScaleFactor) => {
    const { page } = await open(path, { viewport: { width, height: 800 }, deviceScaleFactor });
    expect(await sideways(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
  });

  test("prints", async () => {
    const { page } = await open(path);
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    const pictures = await page.locator("main img").count();
    expect(pages).toBeGreaterThanOrEqual(1);
    expect(pdf.length).toBeGreaterThan(10_000 + 2_000 * pictures);
  });
});

test("what goes wrong is as accessible as the rest", async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    const { page } = await open("live/fails.html", { colorScheme });
    expect(await findings(page)).toEqual([]);
  }
});
