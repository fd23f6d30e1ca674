import { expect, test } from "vitest";
import { useBrowser } from "./openPage.js";

const open = useBrowser();

test("the lists choose which claims are set out, by keyboard too", async () => {
  const { page, complaints } = await open("live/claims.html");
  const sections = () => page.getByRole("heading", { level: 3, name: /^C\d+\. / }).count();
  expect(await sections()).toBe(25);
  const verdict = page.getByRole("combobox", { name: "Verdict" });
  await verdict.selectOption("not supported");
  await page.waitForFunction(
    () => ![...document.querySelectorAll("h3")].some((h) => h.textContent?.startsWith("C1. ")),
  );
  const few = await sections();
  expect(few).toBeGreaterThan(0);
  expect(few).toBeLessThan(25);
  await page.getByRole("combobox", { name: "Kind" }).selectOption("descriptive");
  await page.getByText("No claim has both.").waitFor();
  await verdict.focus();
  await page.keyboard.press("Home");
  await page.getByRole("heading", { level: 3, name: /^C7\. / }).waitFor();
  expect(await sections()).toBe(1);
  expect(complaints).toEqual([]);
});
