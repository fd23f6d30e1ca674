import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useBrowser } from "./openPage.js";

const open = useBrowser();

/** What is printed of controls, and whether any field is. */
async function printed(page: Page): Promise<{ lines: string[]; fields: number }> {
  await page.emulateMedia({ media: "print" });
  const controls = page.locator("#live .ninefold-control:visible");
  return {
    lines: await controls.allInnerTexts(),
    fields: await page.locator("main :is(input, select, output):visible").count(),
  };
}

test("a control is printed as its label and its value, and nothing where it is empty", async () => {
  const compare = (await open("live/compare.html?councils=Kent;Camden")).page;
  expect(await printed(compare)).toEqual({
    lines: ["First council: Kent", "Second council: Camden"],
    fields: 0,
  });
  const claims = (await open("live/claims.html?kind=descriptive")).page;
  expect(await printed(claims)).toEqual({
    lines: ["Verdict: every verdict", "Kind: descriptive"],
    fields: 0,
  });
  const { page } = await open("live/controls.html");
  await page.getByLabel("Lowest sum").fill("20");
  await page.getByLabel("With low confidence").uncheck();
  expect(await printed(page)).toEqual({
    lines: ["Lowest sum: 20", "Region: Every region", "With low confidence: no"],
    fields: 0,
  });
  await page.emulateMedia({ media: "screen" });
  expect(await page.locator(".printed:visible").count()).toBe(0);
});
