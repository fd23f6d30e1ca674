import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds on a page, a line each: the rule, then the element. `tags` are its kinds of rules. */
export async function findings(page: Page, tags?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
  const { violations } = await page.evaluate(
    (values) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        resultTypes: ["violations"],
        ...(values && { runOnly: { type: "tag", values } }),
      }),
    tags,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}: ${failureSummary}`),
  );
}

/** The ids that several elements of a page have: a link to one leads to the first alone. */
const idsOfSeveral = (page: Page) =>
  page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  });

const backgroundOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

/**
 * Holds that axe finds nothing on a page that was opened in the light, with all of it folded out, and
 * that no two of its elements have the same id.
 * Colour alone is another in the dark: a page is laid out once and asked for both.
 */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await backgroundOf(page)).toBe("rgb(255, 255, 255)");
  expect(await idsOfSeveral(page)).toEqual([]);
  for (const summary of await page.locator("summary").all()) await summary.click();
  expect(await findings(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await backgroundOf(page)).toBe("rgb(20, 24, 27)");
  expect(await findings(page, ["cat.color"])).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
}
