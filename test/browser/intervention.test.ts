import { expect, test } from "vitest";
import { useBrowser } from "./openPage.js";

const open = useBrowser();

test("the slider changes the scenario, by keyboard too, and nothing else", async () => {
  const { page, complaints } = await open("live/methods.html");
  const heading = page.locator("#scenario-curve h3");
  const slider = page.getByLabel("d: chance that a statement scored 2 falls to 1");
  expect(await heading.innerText()).toContain("At a chance of 5%");
  const others = () => page.locator("figure:not(#scenario-curve) h3").allInnerTexts();
  const before = await others();
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() =>
    document.querySelector("#scenario-curve h3")?.textContent?.includes("5.5%"),
  );
  await slider.fill("0.1");
  await page.waitForFunction(() =>
    document.querySelector("#scenario-curve h3")?.textContent?.includes("chance of 10%"),
  );
  expect(await others()).toEqual(before);
  expect(complaints).toEqual([]);
});
