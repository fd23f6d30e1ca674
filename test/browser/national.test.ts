import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { followed } from "./follow.js";
import { useBrowser } from "./openPage.js";
import { settled } from "./settled.js";

const open = useBrowser();

/** Each figure's title, subtitle and pictures, and each table's text, by id. */
function blocksOf(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>("main figure[id], main div.table[id]")].map(
        (block) => [
          block.id,
          [
            block.querySelector("h2, h3, h4")?.textContent ?? "",
            block.querySelector(".subtitle")?.textContent ?? "",
            ...[...block.querySelectorAll("img")].map(({ src }) => src),
            block.matches("div.table") ? (block.textContent ?? "") : "",
          ].join("\n"),
        ],
      ),
    ),
  );
}

/** A list to choose from, by the beginning of its label. */
const list = (page: Page, label: string) =>
  page.getByRole("combobox", { name: new RegExp(`^${label}`) });

/** Waits until the block says something else. */
async function changes(page: Page, id: string, work: () => Promise<unknown>): Promise<void> {
  const before = (await blocksOf(page))[id];
  await work();
  await page.waitForFunction(
    ([asked, old]) => {
      const block = document.getElementById(asked);
      const subtitle = block?.querySelector(".subtitle")?.textContent ?? "";
      const table = block?.matches("div.table") ? (block.textContent ?? "") : "";
      return (
        (block !== null && !old.includes(`\n${subtitle}\n`)) ||
        (table !== "" && !old.includes(table))
      );
    },
    [id, before ?? ""] as const,
  );
  // The other figures of the same change are drawn in the same turn or the next.
  await settled(page);
}

/** The blocks that differ. */
function changed(before: Record<string, string>, after: Record<string, string>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((id) => before[id] !== after[id])
    .sort();
}

/** A figure's number goes up where a table or figure appears before it: not a change of it. */
const numberless = (blocks: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(blocks).map(([id, text]) => [id, text.replace(/^(Figure|Table) \d+\.? /gm, "")]),
  );

const stateOf = async (page: Page) => numberless(await blocksOf(page));

test("the lists of regions and types change what follows them, and nothing else", async () => {
  const { page, complaints } = await open("live/national.html");
  const every = await stateOf(page);
  await changes(page, "sum-histogram", () => list(page, "Region").selectOption("London"));
  const london = await stateOf(page);
  expect(changed(every, london)).toEqual(["look-up", "statement-bars", "sum-histogram"]);
  // Counted by a script over the data: 17 of the 72 are in London, which has 33 councils.
  for (const id of ["sum-histogram", "statement-bars"])
    expect(london[id]).toContain("Complete set, 17 councils. Shown: London");
  expect(await page.locator("#look-up tbody tr").count()).toBe(33);
  await changes(page, "sum-histogram", () =>
    list(page, "Type of council").selectOption("County council"),
  );
  const none = await stateOf(page);
  // There is no county council in London: it says so, and nothing breaks.
  expect(none["sum-histogram"]).toContain("There is nothing to draw: no councils");
  expect(await page.locator("#look-up").count()).toBe(0);
  await changes(page, "sum-histogram", () => list(page, "Region").selectOption("Every region"));
  // 13 of the 21 county councils are among the 72.
  expect((await stateOf(page))["statement-bars"]).toContain("13 councils. Shown: County council");
  await changes(page, "sum-histogram", () =>
    list(page, "Type of council").selectOption("Every type"),
  );
  expect(changed(every, await stateOf(page))).toEqual([]);
  expect(complaints).toEqual([]);
});

test("the search changes the table, and nothing else", async () => {
  const { page, complaints } = await open("live/national.html");
  const every = await stateOf(page);
  await changes(page, "look-up", () => page.getByLabel("Council", { exact: true }).fill("brom"));
  const found = await stateOf(page);
  expect(changed(every, found)).toEqual(["look-up"]);
  // One source says that Bromley's report was withdrawn: its word is not stated.
  expect(await page.locator("#look-up tbody").innerText()).toMatch(
    /^Bromley\s+London\s+Reported withdrawn/,
  );
  await page.getByLabel("Council", { exact: true }).fill("nottingham");
  await page.waitForFunction(
    () => document.querySelector("#look-up tbody")?.textContent?.includes("Nottingham") === true,
  );
  expect(await page.locator("#look-up tbody").innerText()).toContain("Not confirmed");
  await page.getByLabel("Council", { exact: true }).fill("<b>nowhere</b>");
  await page.getByText("No council is found with <b>nowhere</b> in its name.").waitFor();
  await page.getByLabel("Council", { exact: true }).fill("");
  await page.waitForFunction(() => document.querySelectorAll("#look-up tbody tr").length === 153);
  await settled(page);
  expect(changed(every, await stateOf(page))).toEqual([]);
  expect(complaints).toEqual([]);
});

/** Presses Tab until the field of a label has focus. */
async function tabTo(page: Page, label: string): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() =>
      ((document.activeElement as HTMLInputElement | null)?.labels?.[0]?.innerText ?? "").trim(),
    );
    if (focused.startsWith(label)) return;
  }
  throw new Error(`the keyboard does not reach: ${label}`);
}

test("the keyboard alone works all three controls", async () => {
  const { page } = await open("live/national.html");
  await tabTo(page, "Region");
  // The first region by name.
  await changes(page, "sum-histogram", () => page.keyboard.press("ArrowDown"));
  expect((await stateOf(page))["sum-histogram"]).toContain("Shown: East Midlands");
  await changes(page, "sum-histogram", () => page.keyboard.press("Home"));
  await tabTo(page, "Type of council");
  await changes(page, "sum-histogram", () => page.keyboard.press("ArrowDown"));
  expect((await stateOf(page))["statement-bars"]).toContain("Shown: County council");
  await tabTo(page, "Council");
  await changes(page, "look-up", () => page.keyboard.type("kent"));
  await page.waitForFunction(() => document.querySelectorAll("#look-up tbody tr").length === 1);
  expect(await page.locator("#look-up tbody th").allInnerTexts()).toEqual(["Kent"]);
});

test("every dependent figure follows each region", async () => {
  const { page } = await open("live/national.html");
  const values = ["3", "0", "4", "0", "5", "0", "6"];
  const figures = ["sum-histogram", "statement-bars"];
  expect(await followed(page, { label: "Region", values, figures })).toBe(7);
});
