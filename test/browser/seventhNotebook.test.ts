import { expect, test } from "vitest";
import { useBrowser } from "./openPage.js";

const open = useBrowser();

test("the README's notebook is live: its control changes its sentence and its figure", async () => {
  const { page, complaints, outside } = await open("live/near.html");
  const main = page.locator("main");
  // Counted in assessments.csv: of the complete set 4 of 72 councils have a sum of 22, of its 17 in
  // London one has.
  await main.getByText("would give 4 of 72 councils a higher rating").waitFor();
  const picture = await page.locator("#margin-strip img").first().getAttribute("src");
  await page.getByLabel("Region").selectOption("London");
  await main.getByText(/would give \d+ of \d\d councils a higher rating/).waitFor();
  await page.waitForFunction(
    (before) => document.querySelector("#margin-strip img")?.getAttribute("src") !== before,
    picture,
  );
  expect(await main.innerText()).toContain("would give 1 of 17 councils a higher rating");
  expect([complaints, outside]).toEqual([[], []]);
});
