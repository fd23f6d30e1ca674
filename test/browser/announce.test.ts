import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useBrowser } from "./openPage.js";

const open = useBrowser();

/** What the status line says from now on, one after the other. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const status = document.querySelector("#changes")!;
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => said.push(status.textContent ?? "")).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}

const list = (page: Page, name: string) =>
  page.locator("#live .ninefold-control label").filter({ hasText: name }).locator("select");
const last = (said: () => Promise<string[]>) => async () => (await said()).at(-1) ?? "";

test("claims say how many are left, or that none is, and keep open what stays", async () => {
  const { page } = await open("live/claims.html");
  const said = await listen(page);
  const shown = page.locator("#live details:not(.on-demand)");
  const all = await shown.count();
  // Both are left open by the data: C3 stays, whatever else goes.
  const one = shown.filter({ has: page.locator("summary", { hasText: /^C3, / }) });
  await one.locator("summary").click();
  await page.waitForTimeout(200); // A browser announces the toggle in a task of its own.
  await list(page, "Verdict").selectOption("left open");
  await expect.poll(last(said)).toMatch(new RegExp(`^Now shown: \\d+ of ${all} claims are shown$`));
  expect(await one.evaluate((details: HTMLDetailsElement) => details.open)).toBe(true);
  expect(await shown.count()).toBeLessThan(all);
  await list(page, "Verdict").selectOption("every verdict");
  await expect.poll(() => shown.count()).toBe(all);
  expect(await page.locator("#live details:not(.on-demand)[open]").count()).toBe(1);
  await list(page, "Verdict").selectOption("not supported");
  await list(page, "Kind").selectOption("descriptive");
  await expect.poll(last(said)).toBe("Now shown: No claim has both");
});

test("a drawing of Plot is said by its words", async () => {
  const { page } = await open("live/explore.html");
  const said = await listen(page);
  await list(page, "Type of council").selectOption("London borough");
  await expect.poll(last(said)).toMatch(/^Now shown: Sums of \d+ councils of London borough/);
});

test("settings that make no rule are said, and no finding of before", async () => {
  const { page } = await open("live/single-word.html");
  const said = await listen(page);
  const good = page.getByRole("slider", { name: "Good" });
  await good.fill("2.4");
  await expect.poll(last(said)).toMatch(/^Now shown: This rule changes the rating of \d+ of 72/);
  await good.fill("3.8");
  await expect.poll(last(said)).toBe("Now shown: These settings make no rule");
});

test("changes that follow each other are said once, and nothing that did not change", async () => {
  const { page } = await open("live/national.html");
  const said = await listen(page);
  await list(page, "Region").selectOption("London");
  await list(page, "Region").selectOption("East Midlands");
  await list(page, "Region").selectOption("South West");
  await expect.poll(last(said)).toMatch(/^Now shown: South West, \d+ councils/);
  await page.waitForTimeout(1500); // Nothing comes after it.
  expect(await said()).toHaveLength(1);
});
