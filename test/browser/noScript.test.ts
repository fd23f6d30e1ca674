import { expect, inject, test } from "vitest";
import { useBrowser } from "./openPage.js";

const open = useBrowser();
const options = { javaScriptEnabled: false };

test.each(inject("notebooks"))("%s reads whole without scripts", async (name) => {
  const { page, complaints, outside } = await open(`${name}.html`, options);
  expect((await page.locator("h1").innerText()).length).toBeGreaterThan(10);
  // Not what a cell draws as Observable's authors do, which has no parts of its own.
  const figures = await page.locator("figure[id]").all();
  // These are tables, a form, and the notebook to copy.
  if (!["region", "self-assessment", "explore"].includes(name))
    expect(figures.length).toBeGreaterThan(0);
  for (const figure of figures) {
    expect((await figure.locator("h2, h3, h4, h5").first().innerText()).length).toBeGreaterThan(10);
    for (const image of await figure.locator("img").all()) {
      const box = await image.boundingBox();
      expect(box?.width).toBeGreaterThan(100);
      expect(box?.height).toBeGreaterThan(50);
      expect(((await image.getAttribute("alt")) ?? "").length).toBeGreaterThan(10);
    }
    await figure.locator("summary").click();
    expect(await figure.locator("details table").isVisible()).toBe(true);
  }
  expect(await page.locator("footer").innerText()).toContain("If something is wrong");
  expect(await page.locator("script").count()).toBe(0);
  expect(complaints).toEqual([]);
  expect(outside).toEqual([]);
});

test.each(inject("notebooks"))("%s live leads to its page without scripts", async (name) => {
  const { page } = await open(`live/${name}.html`, options);
  expect(await page.locator("#loading").isVisible()).toBe(true);
  await page.locator("#loading a").click();
  await page.waitForURL(`**/${name}.html`);
  expect(new URL(page.url()).pathname).toBe(`/${name}.html`);
  expect(await page.locator("main p").count()).toBeGreaterThan(3);
});
