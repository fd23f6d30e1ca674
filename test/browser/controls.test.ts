import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { followed } from "./follow.js";
import { useBrowser } from "./openPage.js";

const open = useBrowser();

const title = (page: Page) => page.locator("#sums h3").innerText();
const picture = (page: Page) => page.locator("#sums img").getAttribute("src");
const left = async (page: Page) => Number(/\d+(?= assessments)/.exec(await title(page))?.[0]);

/** Waits until the figure says something else. */
async function changes(page: Page, work: () => Promise<unknown>): Promise<void> {
  const before = await title(page);
  await work();
  await page.waitForFunction(
    (text) => (document.querySelector("#sums h3") as HTMLElement)?.innerText !== text,
    before,
  );
}

test("each control changes what depends on it", async () => {
  const { page, complaints } = await open("live/controls.html");
  const all = await left(page);
  const first = await picture(page);
  await changes(page, () => page.getByLabel("With low confidence").uncheck());
  const sure = await left(page);
  expect(sure).toBeLessThan(all);
  expect(await picture(page)).not.toBe(first);
  await changes(page, () => page.getByLabel("Region").selectOption("London"));
  const london = await left(page);
  expect(london).toBeLessThan(sure);
  const search = page.getByLabel("Council", { exact: true });
  const suggested = () => search.evaluate((field: HTMLInputElement) => field.list?.options.length);
  expect(await suggested()).toBe(0);
  await changes(page, () => search.fill("hackney"));
  expect(await left(page)).toBeLessThan(london);
  expect(await suggested()).toBe(153);
  expect(complaints).toEqual([]);
});

test("figures and tables stay numbered, headings in order, an open table open", async () => {
  const { page } = await open("live/controls.html");
  expect(await title(page)).toMatch(/^Figure 1/);
  await page.locator("#sums summary").click();
  await page.waitForTimeout(200); // A browser announces the toggle in a task of its own.
  await changes(page, () => page.getByLabel("Lowest sum").fill("20"));
  expect(await title(page)).toMatch(/^Figure 1/);
  expect(await page.locator("#sums details").getAttribute("open")).not.toBeNull();
  expect(await page.locator("#sums-table caption").innerText()).toMatch(/^Table 1\. /);
  await page.locator("#sums summary").click();
  await page.waitForTimeout(200); // A browser announces the toggle in a task of its own.
  await changes(page, () => page.getByLabel("Lowest sum").fill("25"));
  expect(await page.locator("#sums details").getAttribute("open")).toBeNull();
});

test("what a cell no longer shows goes", async () => {
  const { page } = await open("live/controls.html");
  const only = page.getByText("Only sums above 30 are left.");
  expect(await only.count()).toBe(0);
  await page.getByLabel("Lowest sum").fill("31");
  await only.waitFor();
  await page.getByLabel("Lowest sum").fill("9");
  await only.waitFor({ state: "detached" });
});

test("a change is announced once to those who cannot see it", async () => {
  const { page } = await open("live/controls.html");
  expect(await page.locator("#changes").innerText()).toBe("");
  await page.getByLabel("Lowest sum").fill("30");
  await page.waitForFunction(() => document.querySelector("#changes")?.textContent !== "");
  expect(await page.locator("#changes").innerText()).toMatch(
    /^Now shown: \d+ assessments are left(\. Assessments at each sum)?$/,
  );
});

/** Presses Tab until the element of a label has focus, and gives how often. */
async function tabTo(page: Page, label: string): Promise<number> {
  for (let presses = 1; presses <= 40; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const field = document.activeElement as HTMLInputElement | null;
      return field?.labels?.[0]?.innerText.trim() ?? "";
    });
    if (focused.startsWith(label)) return presses;
  }
  throw new Error(`the keyboard does not reach: ${label}`);
}

test("the keyboard alone reaches and works every control", async () => {
  const { page } = await open("live/controls.html");
  await tabTo(page, "Lowest sum");
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineWidth);
  expect(Number.parseFloat(outline)).toBeGreaterThanOrEqual(2);
  await changes(page, async () => {
    for (let i = 0; i < 10; i += 1) await page.keyboard.press("ArrowRight");
  });
  expect(await page.locator(".ninefold-control output").innerText()).toBe("19");
  await tabTo(page, "Region");
  await changes(page, () => page.keyboard.press("ArrowDown"));
  await changes(page, () => page.keyboard.press("Home"));
  await tabTo(page, "With low confidence");
  await changes(page, () => page.keyboard.press("Space"));
  await tabTo(page, "Council");
  await changes(page, () => page.keyboard.type("shire"));
  // The focus stays where it was while charts are drawn again.
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(
    "shire",
  );
});

test("a chart follows each value of its slider", async () => {
  const { page } = await open("live/controls.html");
  // Sums that some assessment has, so that each step changes the picture.
  const values = ["19", "20", "21", "22", "23", "24", "25"];
  expect(await followed(page, { label: "Lowest sum", values, figures: ["sums"] })).toBe(7);
});

test("the national analyses and charts follow a control", async () => {
  const { page } = await open("live/analysis.html");
  const figures = await page.locator("figure").evaluateAll((all) => all.map(({ id }) => id));
  expect(figures).toHaveLength(6);
  const values = ["1", "0", "1", "0", "1", "0", "1"];
  expect(await followed(page, { label: "Set", values, figures })).toBe(7);
});

test("a form to print stands in nobody's way on a live page, and opens", async () => {
  const fixed = await open("self-assessment.html");
  expect(await fixed.page.locator("#form table").isVisible()).toBe(true);
  for (const width of [390, 1280]) {
    const { page, complaints } = await open("live/self-assessment.html");
    await page.setViewportSize({ width, height: 844 });
    expect(await page.locator("#form table").isVisible()).toBe(false);
    // A line of its own, where it took more than a screen of a phone.
    const box = (await page.locator("#form").boundingBox())!;
    expect(box.height).toBeLessThan(60);
    await page.locator("#form summary").click();
    expect(await page.locator("#form table").isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  }
});
