import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serve, type Served } from "../../src/engine/site/serve.js";
import { wholeSite } from "../wholeSite.js";
import { useBrowser } from "./openPage.js";

const openPage = useBrowser();

let served: Served;
beforeAll(async () => {
  const files = await wholeSite(["summary"], ["Camden"]);
  served = await serve({ read: (path) => files.get(path) ?? null });
});
afterAll(() => served.close());

const open = (path: string, options: Parameters<typeof openPage>[1] = {}) =>
  openPage(path, options, served.address);

test("the table of ratings narrows, sorts, and comes back from its address", async () => {
  const { page } = await open("ratings/?region=London&sort=total-down");
  const names = () => page.locator("tbody tr:visible th").allTextContents();
  expect(await page.getByRole("status").textContent()).toBe("33 of 153 councils shown.");
  expect((await names())[0]).toBe("Camden");
  await page.getByRole("button", { name: "Council" }).click();
  expect((await names())[0]).toBe("Barking and Dagenham");
  await page.getByRole("combobox", { name: "Rating" }).selectOption("Outstanding");
  expect(await names()).toContain("Camden");
  expect(page.url()).toContain("region=London&rating=Outstanding");
  const link = await page.getByRole("link", { name: "These rows as CSV" }).getAttribute("href");
  const [header, ...lines] = decodeURIComponent(link!.split(",").slice(1).join(","))
    .trimEnd()
    .split("\r\n");
  expect(header).toMatch(/^\ufeffgss_code,Council,Region,/);
  expect(lines.map((line) => line.split(",")[1])).toEqual(await names());
  await page.emulateMedia({ media: "print" });
  const heads = await page
    .locator("th button")
    .evaluateAll((buttons) =>
      buttons.map((button) => [
        getComputedStyle(button).textDecorationLine,
        getComputedStyle(button, "::after").content,
      ]),
    );
  expect(heads.length).toBeGreaterThan(0);
  for (const head of heads) expect(head).toEqual(["none", "none"]);
  const plain = await open("ratings/", { javaScriptEnabled: false });
  expect(await plain.page.locator("tbody tr:visible").count()).toBe(153);
  expect(await plain.page.locator("form.filters").isVisible()).toBe(false);
});

describe("the table of ratings from an address", () => {
  const status = async (search: string) => {
    const { page } = await open(`ratings/${search}`);
    return page.getByRole("status").textContent();
  };

  test.each([
    ["?council=zzzz", "clear the field “Council”"],
    ["?council=zzzz&region=London", "clear the field “Council”"],
    [
      "?council=Camden&region=South+East",
      "clear the field “Council” or choose “All” under “Region”",
    ],
    // Nobody is called so, and no region has councils of that type: either alone would not do.
    [
      "?council=zzzz&region=London&type=County+council",
      "clear the field “Council” and choose “All” under “Region” and choose “All” under “Type”",
    ],
  ])("%s says which filter leaves nothing", async (search, ways) => {
    expect(await status(search)).toBe(`No council fits. To see some, ${ways}.`);
  });

  test("capitals in it do not matter", async () => {
    const { page } = await open("ratings/?region=london&rating=OUTSTANDING&sort=Total-Down");
    expect(await page.getByLabel("Region").inputValue()).toBe("London");
    expect(await page.getByRole("combobox", { name: "Rating" }).inputValue()).toBe("Outstanding");
    expect(page.url()).toContain("?region=London&rating=Outstanding&sort=total-down");
    expect(await status("?region=Nowhere")).toBe("153 of 153 councils shown.");
  });
});
