import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { followed } from "./follow.js";
import { useBrowser } from "./openPage.js";

const open = useBrowser();
const address = "live/single-word.html";
const methods = "live/methods.html";

/** What each cell shows besides its controls: its words and its pictures, in order. */
const shown = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".cell")].map((cell) => {
      const pictures = [...cell.querySelectorAll("img")].map((image) => image.src).join();
      return cell.querySelector(".ninefold-control") ? "a control" : cell.innerText + pictures;
    }),
  );

/** The ids of figures and tables, and the first words of prose, that work changes. */
async function changedBy(page: Page, work: () => Promise<unknown>): Promise<string[]> {
  const before = await shown(page);
  await work();
  // Until the page has changed and changes no more, however slow the machine is.
  let after = before;
  for (let looks = 0; looks < 30; looks += 1) {
    const last = after;
    await page.waitForTimeout(400);
    after = await shown(page);
    if (after.join() !== before.join() && after.join() === last.join()) break;
  }
  expect(after).toHaveLength(before.length);
  const cells = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".cell")].map(
      (cell) =>
        cell.querySelector<HTMLElement>("figure, .table")?.id ??
        cell.innerText.split(" ").slice(0, 3).join(" "),
    ),
  );
  return cells.filter((_, i) => before[i] !== after[i]);
}

const set = (page: Page, label: string, value: string) =>
  page.getByRole("slider", { name: label }).fill(value);
const title = (page: Page, id: string) => page.locator(`#${id} :is(h3, h4)`).innerText();
const chance = "Chance that another panel";

test("the chance changes its curve, and nothing else", async () => {
  const { page, complaints } = await open(methods);
  const change = await changedBy(page, () => set(page, chance, "20"));
  expect(change).toEqual(["consistency-curve"]);
  // R, test/reference/robustness.json: 10.44 of 72 councils at .20.
  expect(await title(page, "consistency-curve")).toContain("about 10 ratings");
  expect(complaints).toEqual([]);
});

/** What the page says of the rule that is chosen. */
const rule = (page: Page) =>
  page.locator("p", { hasText: /^(?:This rule changes the rating of|By CQC.s own weights)/ });

test("weights and cuts change the ratings that another rule gives, and nothing else", async () => {
  const { page, complaints } = await open(address);
  expect(await rule(page).innerText()).toContain("no rating changes");
  expect(await page.locator("#what-if-flips").count()).toBe(0);
  const weight = await changedBy(page, () => set(page, "Assessing needs", "0"));
  expect(weight).toHaveLength(1);
  // Without the first statement 3 ratings change: R, test/reference/robustness.json.
  expect(await rule(page).innerText()).toContain("changes the rating of 3 of 72 councils");
  expect(await page.locator("#what-if-flips tbody tr").count()).toBe(3);
  const cut = await changedBy(page, () => set(page, "Good", "2"));
  expect(cut).toEqual(["what-if-flips"]);
  expect(await rule(page).innerText()).not.toContain("of 3 of 72");
  await changedBy(page, () => set(page, "Assessing needs", "1"));
  await changedBy(page, () => set(page, "Good", "2.5"));
  expect(await rule(page).innerText()).toContain("no rating changes");
  expect(await page.locator("#what-if-flips").count()).toBe(0);
  expect(complaints).toEqual([]);
});

test("settings that make no rule are said in one line, and the page goes on", async () => {
  const { page, complaints } = await open(address);
  const problem = page.getByText("These settings make no rule.");
  await set(page, "Good", "3.8");
  await problem.waitFor();
  expect(await problem.locator("..").innerText()).toBe(
    "These settings make no rule. cuts: expected three rising numbers: 1.54, 3.8, 3.5",
  );
  expect(await page.locator("#what-if-flips").count()).toBe(0);
  expect(await page.locator(".problem").count()).toBe(0);
  // The page still follows its controls.
  await set(page, "Good", "2.5");
  await problem.waitFor({ state: "detached" });
  await rule(page).waitFor();
  for (const field of await page.locator("fieldset").first().locator("input").all())
    await field.fill("0");
  await problem.waitFor();
  expect(await problem.locator("..").innerText()).toMatch(
    /weights: expected nine numbers from 0, not all 0/,
  );
  expect(complaints).toEqual([]);
});

/** Presses Tab until the element that a label names has the focus. */
async function tabTo(page: Page, label: string): Promise<void> {
  for (let presses = 1; presses <= 80; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(
      () =>
        (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.innerText.trim() ?? "",
    );
    if (focused.startsWith(label)) return;
  }
  throw new Error(`the keyboard does not reach: ${label}`);
}

test("the keyboard alone reaches and works every control, each with a name", async () => {
  const { page } = await open(address);
  for (const [name, sliders] of [
    ["Weights of the statements", 9],
    ["Means from which each rating begins", 3],
  ] as const)
    expect(await page.getByRole("group", { name }).getByRole("slider").count()).toBe(sliders);
  expect(await page.getByRole("slider", { name: "Assessing needs" }).count()).toBe(1);
  await tabTo(page, "Assessing needs");
  await page.keyboard.press("Home");
  await page.locator("#what-if-flips").waitFor();
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe("0");
  for (const name of ["Healthier lives", "Learning", "Requires improvement", "Good"])
    await tabTo(page, name);
  await page.keyboard.press("End");
  await page.getByText("These settings make no rule.").waitFor();
  await page.keyboard.press("Home");
  await tabTo(page, "Outstanding");
});

test("a phone shows every slider without scrolling sideways", async () => {
  const { page } = await open(address, { viewport: { width: 360, height: 740 } });
  const [inside, across] = await page.evaluate(() => [
    [...document.querySelectorAll("input[type=range]")].every((field) => {
      const { left, right } = field.getBoundingClientRect();
      return left >= 0 && right <= innerWidth;
    }),
    document.documentElement.scrollWidth,
  ]);
  expect(inside).toBe(true);
  expect(across).toBeLessThanOrEqual(360);
});

test("figures follow each value of their sliders", async () => {
  const onMethods = await open(methods);
  const curve = ["1", "7", "13", "18", "22", "26", "29"];
  expect(
    await followed(onMethods.page, {
      label: chance,
      values: curve,
      figures: ["consistency-curve"],
    }),
  ).toBe(7);
  const { page } = await open(address);
  await set(page, "Assessing needs", "0");
  await page.locator("#what-if-flips").waitFor();
  const cuts = ["2.2", "2.3", "2.4", "2.6", "2.7", "2.8", "2.9"];
  expect(await followed(page, { label: "Good", values: cuts, figures: ["what-if-flips"] })).toBe(7);
});
