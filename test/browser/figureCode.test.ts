import { afterEach, expect, test } from "vitest";
import { figurePage, figureScriptPath } from "../../src/engine/report/figurePage.js";
import { figureScript } from "../../src/engine/report/figureScript.js";
import { serve, type Served } from "../../src/engine/site/serve.js";
import { madeFigure, madeReport } from "../engine/report/made.js";
import { useBrowser } from "./openPage.js";

const openPage = useBrowser();
let served: Served;
afterEach(() => served.close());

/** Opens the page of a figure that lies below a folder of a server, of a site that expected an address. */
async function open(folder: string, address: string | undefined, options = {}) {
  const figure = madeFigure();
  const frame = { name: "Made up", nav: [], ...(address !== undefined && { address }) };
  const of = { report: madeReport([figure]), number: 1, frame, date: "2026-01-01", asked: {} };
  const files = new Map<string, string>([
    ...figurePage(figure, of),
    [figureScriptPath, figureScript],
  ]);
  served = await serve({
    read: (path) => (path.startsWith(folder) ? files.get(path.slice(folder.length)) : null) ?? null,
  });
  const path = `${folder}figures/made-up/sums/`;
  const { page, complaints } = await openPage(path, options, served.address);
  const code = await page.locator(".snippet code").first().textContent();
  const [link, picture] = [/href="([^"]*)"/, /src="([^"]*)"/].map((at) => at.exec(code!)![1]);
  const citation = await page.locator(".cite").textContent();
  return { link, picture, citation, complaints };
}

test.each([
  ["", undefined],
  ["a/b/", undefined],
  ["", "https://example.org/ninefold/"],
  ["a/b/", "https://example.org/ninefold/"],
  ["ninefold/", "https://example.org/ninefold/"],
  ["a/", "https://ratings.example/"],
])("code to copy leads to where the site lies: /%s of %s", async (folder, address) => {
  const { link, picture, citation, complaints } = await open(folder, address);
  expect(link).toBe(`${served.address}/${folder}figures/made-up/sums/`);
  expect(picture).toBe(`${served.address}/${folder}made-up/sums.svg`);
  if (address !== undefined) expect(citation).toContain(` ${link}`);
  expect((await fetch(link)).status).toBe(200);
  expect(complaints).toEqual([]);
});

test("without scripts the code has the address that the site was made for", async () => {
  const { link } = await open("a/", "https://ratings.example/x/", { javaScriptEnabled: false });
  expect(link).toBe("https://ratings.example/x/figures/made-up/sums/");
});
