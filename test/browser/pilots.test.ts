import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { followed } from "./follow.js";
import { useBrowser } from "./openPage.js";
import { settled } from "./settled.js";

const open = useBrowser();
const label = "Last month of the first councils";

/** All paragraphs, each table's text, and each figure's words and pictures by id. */
function stateOf(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const blocks = [
      ...document.querySelectorAll<HTMLElement>("main figure[id], main div.table[id]"),
    ].map((block): [string, string] => [
      block.id,
      `${block.innerText}\n${[...block.querySelectorAll("img")].map(({ src }) => src).join()}`,
    ]);
    const paragraphs = [...document.querySelectorAll<HTMLElement>("main p, main li")]
      .filter((p) => p.closest("figure, .table, #changes") === null)
      .map(({ innerText }, i): [string, string] => [`paragraph ${i}`, innerText]);
    return Object.fromEntries([...blocks, ...paragraphs]);
  });
}

async function follows(page: Page, month: string, work: () => Promise<unknown>): Promise<void> {
  await work();
  await page.waitForFunction(
    (words) => document.querySelector("#tranches tbody")?.textContent?.includes(`To ${words}`),
    month,
  );
  await settled(page);
}

function changed(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys(after).filter((key) => before[key] !== after[key]);
}

test("the cut changes the comparison, its two figures, and nothing else", async () => {
  const { page, complaints } = await open("live/pilots.html");
  const first = await stateOf(page);
  await follows(page, "February 2025", () => page.getByLabel(label).selectOption("February 2025"));
  const second = await stateOf(page);
  const keys = changed(first, second);
  expect(keys.filter((key) => !key.startsWith("paragraph"))).toEqual([
    "tranche-scores",
    "tranches",
  ]);
  // R's cumulative counts: 22 published up to January 2025 and 26 up to February, of 72.
  expect(first.tranches).toMatch(/To January 2025\s+22\s[^]*After January 2025\s+50\s/);
  expect(second.tranches).toMatch(/To February 2025\s+26\s[^]*After February 2025\s+46\s/);
  await follows(page, "January 2025", () => page.getByLabel(label).selectOption("January 2025"));
  expect(await stateOf(page)).toEqual(first);
  expect(complaints).toEqual([]);
});

test("offers months that leave reports on both sides, and the keyboard works it", async () => {
  const { page } = await open("live/pilots.html");
  const options = await page.getByLabel(label).locator("option").allInnerTexts();
  expect(options[0]).toBe("May 2024");
  expect(options.at(-1)).not.toBe("October 2025");
  expect(options).toContain("January 2025");
  await page.getByLabel(label).focus();
  await follows(page, options[options.indexOf("January 2025") - 1], () =>
    page.keyboard.press("ArrowUp"),
  );
  await follows(page, "May 2024", () => page.keyboard.press("Home"));
  // The first month has three reports.
  expect((await stateOf(page)).tranches).toMatch(/To May 2024\s+3\s/);
  expect(
    await page.evaluate((words) => {
      const field = document.activeElement as HTMLSelectElement;
      return field.labels[0].innerText.startsWith(words);
    }, label),
  ).toBe(true);
});

test("the figure follows each cut", async () => {
  const { page } = await open("live/pilots.html");
  const values = ["1", "2", "3", "5", "6", "7", "8"];
  expect(await followed(page, { label, values, figures: ["tranche-scores"] })).toBe(7);
});
