import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useBrowser } from "./openPage.js";
import { settled } from "./settled.js";

const open = useBrowser();
const label = "Last month of the first tranche";

/** All paragraphs, and each figure's words and pictures by id. */
function stateOf(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const figures = [...document.querySelectorAll<HTMLElement>("main figure[id]")].map(
      (figure): [string, string] => [
        figure.id,
        `${figure.innerText}\n${[...figure.querySelectorAll("img")].map(({ src }) => src).join()}`,
      ],
    );
    const paragraphs = [...document.querySelectorAll<HTMLElement>("main p, main li")]
      .filter((p) => p.closest("figure, #changes") === null)
      .map(({ innerText }, i): [string, string] => [`paragraph ${i}`, innerText]);
    return Object.fromEntries([...figures, ...paragraphs]);
  });
}

async function follows(page: Page, month: string, work: () => Promise<unknown>): Promise<void> {
  await work();
  await page.waitForFunction(
    (words) =>
      ["tranche-sums", "statement-differences"].every((id) =>
        document
          .querySelector(`#${id} .subtitle`)
          ?.textContent?.includes(`published up to ${words}`),
      ),
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
    "tranche-sums",
    "statement-differences",
  ]);
  const paragraphs = keys.filter((key) => key.startsWith("paragraph"));
  expect(paragraphs).toHaveLength(1);
  // R's cumulative counts: 22 published up to January 2025 and 26 up to February, of 72.
  expect(first[paragraphs[0]]).toMatch(/^Up to January 2025 22 reports .* after it 50 /);
  expect(second[paragraphs[0]]).toMatch(/^Up to February 2025 26 reports .* after it 46 /);
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
  expect(await page.getByText(/^Up to May 2024 3 reports were published/).count()).toBe(1);
  expect(
    await page.evaluate((words) => {
      const field = document.activeElement as HTMLSelectElement;
      return field.labels[0].innerText.startsWith(words);
    }, label),
  ).toBe(true);
});

test("both figures follow the cut, and say how fast", async () => {
  const { page } = await open("live/pilots.html");
  const times = await page.evaluate(async (words) => {
    const field = [...document.querySelectorAll("label")]
      .find((one) => one.innerText.startsWith(words))!
      .querySelector("select")!;
    const pictures = () =>
      ["tranche-sums", "statement-differences"].map(
        (id) => document.querySelector<HTMLImageElement>(`#${id} img`)!.src,
      );
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const taken: number[] = [];
    for (const value of ["1", "2", "3", "5", "6", "7", "8"]) {
      const before = pictures();
      field.value = value;
      const start = performance.now();
      field.dispatchEvent(new Event("input", { bubbles: true }));
      const done = () => pictures().every((source, i) => source !== before[i]);
      while (!done() && performance.now() - start < 5000) await frame();
      if (!done()) throw new Error(`the pictures do not follow the value ${value}`);
      taken.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return taken;
  }, label);
  console.log(`pilots: 2 figures follow in ${times.map((time) => time.toFixed(0)).join(", ")} ms`);
  expect(times).toHaveLength(7);
});
