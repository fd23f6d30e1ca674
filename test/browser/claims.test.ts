import { expect, test } from "vitest";
import { useBrowser } from "./openPage.js";

const open = useBrowser();

test("the lists choose which claims are set out, by keyboard too", async () => {
  const { page, complaints } = await open("live/claims.html");
  const one = (id = "C\\d+") =>
    page.locator("#live summary").filter({ hasText: new RegExp(`^${id}, `) });
  const sections = () => one().count();
  expect(await sections()).toBe(25);
  const verdict = page.getByRole("combobox", { name: "Verdict" });
  await verdict.selectOption("not supported");
  await one("C1").waitFor({ state: "detached" });
  const few = await sections();
  expect(few).toBeGreaterThan(0);
  expect(few).toBeLessThan(25);
  await page.getByRole("combobox", { name: "Kind" }).selectOption("descriptive");
  await page.getByText("No claim has both.").waitFor();
  await verdict.focus();
  await page.keyboard.press("Home");
  await one("C7").waitFor();
  expect(await sections()).toBe(1);
  expect(complaints).toEqual([]);
});
