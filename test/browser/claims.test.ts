import { describe, expect, test } from "vitest";
import { useBrowser } from "./openPage.js";

const open = useBrowser();

test("the lists choose which claims are set out, by keyboard too", async () => {
  const { page, complaints } = await open("live/claims.html");
  const claim = page.locator("#live summary", { hasText: /^C\d+, / });
  expect(await claim.count()).toBe(25);
  const verdict = page.getByRole("combobox", { name: "Verdict" });
  await verdict.selectOption("not supported");
  await page.locator("#live summary", { hasText: /^C1, / }).waitFor({ state: "detached" });
  await expect.poll(() => claim.count()).toBeGreaterThan(0);
  expect(await claim.count()).toBeLessThan(25);
  await page.getByRole("combobox", { name: "Kind" }).selectOption("descriptive");
  await page.getByText("No claim has both.").waitFor();
  await verdict.focus();
  await page.keyboard.press("Home");
  await page.locator("#live summary", { hasText: /^C7, / }).waitFor();
  await expect.poll(() => claim.count()).toBe(1);
  expect(complaints).toEqual([]);
});

describe.each([
  ["without scripts", "claims.html", false],
  ["live", "live/claims.html", true],
])("a claim %s", (_, path, javaScriptEnabled) => {
  const options = { javaScriptEnabled, viewport: { width: 390, height: 844 } };

  test("is opened by its own address, in view", async () => {
    const { page, complaints } = await open(`${path}#c12`, options);
    const summary = page.locator("summary", { hasText: /^C12, / });
    const rule = page.locator("details", { has: summary }).getByText("Rule", { exact: false });
    expect(await rule.first().isVisible()).toBe(true);
    const { y } = (await summary.boundingBox())!;
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThan(844);
    const other = page.locator("details", { has: page.getByText(/^C3, /) });
    expect(await other.locator("ul").isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  test("is opened from its row of table 1, as often as one likes", async () => {
    const { page } = await open(path, options);
    const claim = page.locator("details", { has: page.getByText(/^C8, /) });
    for (let times = 0; times < 2; times += 1) {
      expect(await claim.locator("ul").isVisible()).toBe(false);
      await page.locator("#claims").getByRole("link", { name: "C8", exact: true }).click();
      await claim.locator("ul").waitFor();
      await claim.locator("summary").click();
    }
    expect(page.url()).toMatch(/#c8$/);
  });
});
