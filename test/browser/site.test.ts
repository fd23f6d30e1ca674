import type { Page } from "playwright-core";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serve, type Served } from "../../src/engine/site/serve.js";
import { siteAddress, wholeSite } from "../wholeSite.js";
import { expectAccessible } from "./axe.js";
import { useBrowser } from "./openPage.js";

const openPage = useBrowser();

/** The header that the README gives for a web server. */
const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

let served: Served;
let files: Awaited<ReturnType<typeof wholeSite>>;
beforeAll(async () => {
  files = await wholeSite(["summary", "council", "compare"], ["Camden", "North East"]);
  served = await serve({ read: (path) => files.get(path) ?? null, policyOf: () => policy });
});
afterAll(() => served.close());

const open = (path: string, options: Parameters<typeof openPage>[1] = {}) =>
  openPage(path, options, served.address);

describe("every page", () => {
  const documents = () =>
    [...files]
      .filter(([path]) => path.endsWith(".html"))
      .map(([path, content]) => {
        const html = typeof content === "string" ? content : new TextDecoder().decode(content);
        return [path, parseHTML(html).document] as const;
      });

  test("has each id once", () => {
    expect(documents().length).toBeGreaterThan(20);
    for (const [path, document] of documents()) {
      const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
      expect([path, ids.filter((id, i) => ids.indexOf(id) !== i)]).toEqual([path, []]);
    }
  });

  test("has a card with a picture that the site holds, and none of another council", () => {
    const pictureOf = new Map<string, string>();
    for (const [path, document] of documents()) {
      const said = (name: string) =>
        document.querySelector(`meta[property='${name}']`)?.getAttribute("content") ?? "";
      // A page that leads on to another is no page to share.
      if (document.querySelector("meta[http-equiv=refresh]")) continue;
      const image = said("og:image").replace(siteAddress, "");
      expect([path, files.has(image)]).toEqual([path, true]);
      expect([path, said("og:image:alt")]).not.toEqual([path, ""]);
      expect(said("og:type")).toBe("website");
      pictureOf.set(path, image);
    }
    for (const path of ["index.html", "ratings/index.html", "councils/camden/index.html"])
      expect(pictureOf.get(path)).toBe("assets/card.png");
    // They open with some council, and are pages on any.
    for (const path of ["council.html", "live/council.html", "live/compare.html"])
      expect(pictureOf.get(path)).toBe("assets/card.png");
    for (const path of ["summary.html", "live/summary.html"])
      expect(pictureOf.get(path)).toMatch(/^summary\/[a-z-]+\.2x\.png$/);
  });
});

/** A page of each kind. */
const pages = [
  "",
  "councils/",
  "councils/camden/",
  "regions/",
  "regions/north-east/",
  "ratings/",
  "reports/",
  "figures/",
  "figures/summary/sum-histogram/",
  "glossary/",
  "data/",
  "data/dictionary/",
  "summary.html",
  "live/compare.html",
];

describe.each(pages)("/%s", (path) => {
  test("is accessible in both themes, fits each window, and the header blocks none of it", async () => {
    const { page, complaints, outside } = await open(path, { colorScheme: "light" });
    await expectAccessible(page);
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBe(
        width,
      );
    }
    expect(complaints).toEqual([]);
    expect(outside).toEqual([]);
  });
});

describe("my council", () => {
  test("is found by typing and Enter alone", async () => {
    const { page } = await open("");
    await page.getByLabel("Name of a council").focus();
    await page.keyboard.type("camd");
    expect(await page.getByRole("status").first().textContent()).toBe(
      "1 council. Press Enter to open it.",
    );
    await page.keyboard.press("Enter");
    await page.waitForURL("**/councils/camden/");
    expect(await page.locator("h1").textContent()).toBe("Camden: rated Outstanding");
    await page.getByRole("link", { name: "London", exact: true }).first().waitFor();
  });

  test("is not opened where several have the name: Enter moves to the list", async () => {
    const { page } = await open("");
    await page.getByLabel("Name of a council").fill("Derby");
    expect(await page.getByRole("status").first().textContent()).toBe(
      "2 councils. Press Enter to go to the list.",
    );
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      "Derby East Midlands",
    );
    expect(new URL(page.url()).pathname).toBe("/");
  });

  test("is offered where its name is misspelt", async () => {
    const { page } = await open("councils/");
    await page.getByLabel("Name of a council").fill("Camdn");
    expect(await page.getByRole("status").first().textContent()).toBe(
      "No council has that name. Did you mean Camden?",
    );
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).pathname).toBe("/councils/");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/councils/camden/");
  });

  test("is sought elsewhere by its postcode, as the page says", async () => {
    const { page } = await open("");
    const field = page.getByLabel("Name of a council");
    const link = page.getByRole("link", { name: "www.gov.uk/find-local-council" });
    expect(await link.isVisible()).toBe(false);
    for (const typed of ["SW1A 2AA", "cr0", "E105AB"]) {
      await field.fill(typed);
      expect(await page.getByRole("status").first().textContent()).toBe(
        "Postcodes are not looked up here. Type the name of a council.",
      );
      expect(await link.getAttribute("href")).toBe("https://www.gov.uk/find-local-council");
      expect(await link.isVisible()).toBe(true);
    }
    await field.fill("E09000007");
    expect(await link.isVisible()).toBe(false);
    expect(await page.locator(".found a").allTextContents()).toEqual(["Camden London"]);
    await field.fill("Zzzz");
    expect(await page.getByRole("status").first().textContent()).toBe(
      "No council has that name. Try part of it, or choose from the list.",
    );
  });

  test("is found without scripts, from A to Z", async () => {
    const { page } = await open("", { javaScriptEnabled: false });
    expect(await page.locator("form.search").isVisible()).toBe(false);
    await page.getByText("All 153 councils from A to Z").click();
    await page.getByRole("link", { name: "Camden", exact: true }).click();
    expect(page.url()).toMatch(/\/councils\/camden\/$/);
  });

  test("has choices where nobody has the name", async () => {
    const { page } = await open("live/council.html?council=Cheshire");
    const said = page.locator("main");
    await expect.poll(() => said.textContent()).toContain("No council has the name");
    expect(await said.textContent()).toContain("Did you mean Cheshire East or Cheshire West");
    expect(await said.textContent()).not.toContain("could not run");
  });
});

describe("a live page", () => {
  test("leads to the chosen council, says so, and keeps it in its address", async () => {
    const { page } = await open("live/council.html");
    await page.getByLabel("Council").fill("");
    await page.getByLabel("Council").pressSequentially("Hull");
    const pdf = page.getByRole("link", { name: "This report as PDF" });
    await expect
      .poll(() => pdf.getAttribute("href"))
      .toBe("../councils/kingston-upon-hull/kingston-upon-hull.pdf");
    await expect.poll(() => page.locator("#changes").textContent()).toContain("Kingston upon Hull");
    await expect.poll(() => page.url()).toContain("?council=Hull");
    await page.reload();
    await page.waitForSelector('main[data-state="ready"]');
    expect(await page.locator("h1").textContent()).toContain("Kingston upon Hull");
    expect(await page.getByRole("button", { name: "Copy link" }).isVisible()).toBe(true);
    expect(await page.getByRole("button", { name: "Print this view" }).isVisible()).toBe(true);
  });

  test("compares the councils of its address", async () => {
    const { page } = await open("live/compare.html?councils=Kent;Camden;Surrey");
    expect(await page.locator("h1").textContent()).toBe("Kent, Camden and Surrey side by side");
    await page.getByLabel("Second council").fill("Devon");
    await expect.poll(() => page.url()).toContain("second-council=Devon");
    expect(await page.getByRole("link", { name: "This report as PDF" }).isVisible()).toBe(false);
    await page.reload();
    await page.waitForSelector('main[data-state="ready"]');
    expect(await page.locator("h1").textContent()).toBe("Kent, Devon and Surrey side by side");
  });
});

describe("two to five councils", () => {
  const main = (page: Page) => page.locator("#live").innerText();

  test("one that is chosen twice stands alone, and the page says so", async () => {
    const { page } = await open("live/compare.html?councils=Leeds;Leeds");
    expect(await page.getByLabel("Second council").inputValue()).toBe("Leeds");
    expect(await page.locator("h1").textContent()).toBe("Leeds: choose a council to set beside it");
    expect(await main(page)).toContain("Leeds is chosen twice.");
    await page.getByLabel("Second council").fill("Kent");
    await expect.poll(() => page.locator("h1").textContent()).toBe("Leeds and Kent side by side");
    expect(await main(page)).not.toContain("chosen twice");
  });

  test("a name that nobody has adds nobody", async () => {
    const { page } = await open("live/compare.html?councils=Zzzz;Hartlepool");
    expect(await page.getByLabel("First council").inputValue()).toBe("Zzzz");
    expect(await main(page)).toContain(
      "No council has the name or the code “Zzzz”. The page shows Hartlepool.",
    );
    expect(await page.locator("h1").textContent()).toMatch(/^Hartlepool: /);
  });
});
