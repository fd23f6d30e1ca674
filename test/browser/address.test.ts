import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useBrowser } from "./openPage.js";

const open = useBrowser();

const note = (asked: string, label: string, shown: string) =>
  `The address of this page gives “${asked}” for “${label}”, which is not known. The page shows the default: ${shown}.`;

/** The field of a control: a list's own text is no part of its label. */
const fieldOf = (page: Page, label: string) =>
  page
    .locator("#live .ninefold-control label")
    .filter({ hasText: new RegExp(`^${label.replace(/[()?]/g, "\\$&")} `) })
    .locator("input, select");

/** What the field of a control shows, as its reader sees it. */
const shownIn = (page: Page, label: string) =>
  fieldOf(page, label).evaluate((field: HTMLInputElement | HTMLSelectElement) =>
    "options" in field ? field.selectedOptions[0].text : field.value,
  );

const copy = (page: Page) => page.getByRole("button", { name: "Copy link" }).click();
const status = (page: Page) => page.locator("#changes").textContent();

test.each([
  ["national", "region", "Narnia", "Region", "Every region"],
  ["claims", "verdict", "nonsense", "Verdict", "every verdict"],
  [
    ...["pilots", "last-month-of-the-first-councils", "1999-01"],
    ...["Last month of the first councils", "January 2025"],
  ],
  [
    ...["elsewhere", "parts-below-good-that-a-good-council-may-have", "99"],
    ...["Parts below good that a Good council may have", "1"],
  ],
  [
    ...["elsewhere", "parts-below-good-that-a-good-council-may-have", "many"],
    ...["Parts below good that a Good council may have", "1"],
  ],
  [
    ...["methods", "d-chance-that-a-statement-scored-2-falls-to-1", "7"],
    ...["d: chance that a statement scored 2 falls to 1", "0.05"],
  ],
])("%s?%s=%s shows the default, and says so", async (id, name, asked, label, shown) => {
  const { page, complaints } = await open(`live/${id}.html?${name}=${asked}`);
  const words = note(asked, label, shown);
  expect(await page.locator(".problem").count()).toBe(0);
  expect(await page.locator(".address-note").allInnerTexts()).toEqual([words]);
  expect(await status(page)).toBe(words);
  expect(await shownIn(page, label)).toBe(shown);
  expect(complaints).toEqual([]);
});

test("what an address asks for is shown as text, and cut, until its control is changed", async () => {
  const long = `<img src=x onerror=alert(1)>${"ab".repeat(50)}`;
  const { page, complaints } = await open(
    `live/national.html?region=${encodeURIComponent(long)}&set=best`,
  );
  const words = [
    note("best", "set", "complete"),
    note("<img src=x onerror=alert(1)>abababababab…", "Region", "Every region"),
  ];
  expect(await page.locator(".address-note").allInnerTexts()).toEqual(words);
  expect(await status(page)).toBe(words.join(" "));
  await fieldOf(page, "Region").selectOption("London");
  await expect.poll(() => page.locator(".address-note").allInnerTexts()).toEqual([words[0]]);
  expect(complaints).toEqual([]);
});

test("an option is known in capitals too, and a region that nobody knows is said", async () => {
  const { page } = await open("live/claims.html?verdict=SUPPORTED");
  expect(await shownIn(page, "Verdict")).toBe("supported");
  expect(await page.locator(".address-note").count()).toBe(0);
  const region = await open("live/region.html?region=Narnia");
  const words = "No region has the name “Narnia”. The page shows East Midlands.";
  expect(await region.page.locator(".unknown").allInnerTexts()).toEqual([words]);
  expect(await status(region.page)).toBe(words);
});

test("several sliders are kept in the address, and come back from it", async () => {
  const { page, complaints } = await open("live/single-word.html");
  await page.getByRole("slider", { name: "Assessing needs" }).fill("0");
  await page.getByRole("slider", { name: "Good" }).fill("2.6");
  await expect
    .poll(() => new URL(page.url()).search)
    .toBe(
      "?weights-of-the-statements=0,1,1,1,1,1,1,1,1&means-from-which-each-rating-begins=1.54,2.6,3.5",
    );
  const said = await page.locator("p", { hasText: /^This rule changes/ }).innerText();
  await page.reload();
  await page.waitForSelector('main[data-state="ready"]');
  expect(await shownIn(page, "Assessing needs")).toBe("0");
  expect(await shownIn(page, "Good")).toBe("2.6");
  expect(await page.locator("p", { hasText: /^This rule changes/ }).innerText()).toBe(said);
  for (const wrong of ["0,1", "0,1,1,1,1,1,1,1,9", "0,1,1,1,1,1,1,1,x", "0,1,1,1,1,1,1,1,1,"]) {
    const other = await open(`live/single-word.html?weights-of-the-statements=${wrong}`);
    expect(await other.page.locator(".address-note").allInnerTexts()).toEqual([
      note(wrong, "Weights of the statements", "1 each"),
    ]);
    expect(await shownIn(other.page, "Assessing needs")).toBe("1");
  }
  expect(complaints).toEqual([]);
});

test("what is entered of one's own stays out of the address, and the link says so", async () => {
  const { page } = await open("live/self-assessment.html");
  await copy(page);
  const note = page.locator(".live-links + .note");
  await expect.poll(() => status(page)).toMatch(/^The (link to|address of) this view/);
  expect(await note.count()).toBe(0);
  await page.getByRole("slider", { name: "Equity" }).first().fill("1");
  await fieldOf(page, "Statement").selectOption({ index: 2 });
  await page.getByLabel("Set beside what CQC published of").fill("Kent");
  await page.waitForTimeout(600); // Longer than an address takes to follow.
  expect(new URL(page.url()).search).toBe("");
  await copy(page);
  await expect.poll(() => status(page)).toMatch(/ It opens this page without what you entered\.$/);
  expect(await note.innerText()).toBe(await status(page));
  const asked = await open("live/self-assessment.html?statement=Equity");
  expect(await shownIn(asked.page, "Statement")).not.toBe("Equity");
});

test("a field that shares a parameter's name is read back", async () => {
  const { page } = await open("live/national.html");
  const rows = () => page.locator("#look-up tbody th").allInnerTexts();
  await page.getByLabel("Council", { exact: true }).fill("Leeds");
  await expect.poll(() => new URL(page.url()).search).toBe("?council=Leeds");
  await page.reload();
  await page.waitForSelector('main[data-state="ready"]');
  expect(await shownIn(page, "Council")).toBe("Leeds");
  expect(await rows()).toEqual(["Leeds"]);
  // Here the notebook reads the parameter, and the field has nothing to do with it.
  const other = (await open("live/controls.html?council=Kent")).page;
  await other.getByLabel("Council", { exact: true }).fill("hackney");
  await expect.poll(() => new URL(other.url()).search).toBe("?council=Kent&council-2=hackney");
  await other.reload();
  await other.waitForSelector('main[data-state="ready"]');
  expect(await shownIn(other, "Council")).toBe("hackney");
  expect(await other.locator("main").innerText()).toContain("Asked for: Kent.");
});

test("a name that no council has is marked, said and in no link", async () => {
  const { page } = await open("live/council.html?council=Kent");
  const field = page.getByLabel("Council", { exact: true });
  const said = "No council has the name or the code “Xyzzy”. The page shows Kent.";
  await field.fill("Xyzzy");
  await expect.poll(() => status(page)).toBe(said);
  expect(await page.locator(".unknown").innerText()).toBe(said);
  expect(await field.getAttribute("aria-invalid")).toBe("true");
  const description = await field.getAttribute("aria-describedby");
  expect(await page.locator(`#${description}`).innerText()).toBe(said);
  expect(new URL(page.url()).search).toBe("?council=Kent");
  await field.fill("");
  const empty = "Type the name of a council or its ONS code. The page shows Kent.";
  await expect.poll(() => status(page)).toBe(empty);
  expect(new URL(page.url()).search).toBe("?council=Kent");
  await field.fill("Leeds");
  await expect.poll(() => new URL(page.url()).search).toBe("?council=Leeds");
  await expect.poll(() => status(page)).toMatch(/^Now shown: Leeds: /);
  expect(await field.getAttribute("aria-invalid")).toBeNull();
  expect(await field.getAttribute("aria-describedby")).toBeNull();
});

test("links to static forms say that they are of the whole report where a choice narrows the page", async () => {
  const links = (page: Page) => page.locator(".live-links a[data-form]:visible").allInnerTexts();
  const whole = ["The whole report without scripts", "The whole report as PDF"];
  const same = ["This report without scripts", "This report as PDF"];
  const { page } = await open("live/national.html");
  expect(await links(page)).toEqual(same);
  await fieldOf(page, "Region").selectOption("London");
  expect(await links(page)).toEqual(whole);
  await fieldOf(page, "Region").selectOption("Every region");
  expect(await links(page)).toEqual(same);
  expect(await links((await open("live/claims.html?verdict=supported")).page)).toEqual(whole);
  // These follow the council.
  expect(await links((await open("live/council.html")).page)).toEqual(same);
});
