import type { Page } from "playwright-core";
import { expect } from "vitest";
import { expectAccessible } from "./axe.js";

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

/**
 * Holds that anybody can read a page that was opened in the light: axe finds nothing, light and dark;
 * nothing scrolls sideways; it prints.
 */
export async function expectReadable(page: Page): Promise<void> {
  await expectNarrow(page);
  await expectAccessible(page);
  await expectPrints(page);
}
