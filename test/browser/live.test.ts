import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { readDataset } from "../../src/councils/data/readDataset.js";
import { asAt } from "../../src/councils/pages/about.js";
import { useBrowser } from "./openPage.js";

const open = useBrowser();

/** All that the main content says, one line an element, without controls, contents and links to data. */
function wordsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const main = document.querySelector("main")!.cloneNode(true) as HTMLElement;
    main
      .querySelectorAll(
        ".downloads, .contents, .control, .on-static, .ninefold-control, .to-print summary, #changes, main > .note",
      )
      .forEach((element) => element.remove());
    return [...main.querySelectorAll("h2, h3, h4, p, li, th, td, caption, summary")].map(
      (element) =>
        `${element.localName} ${(element.textContent ?? "").replace(/\s+/g, " ").trim()}`,
    );
  });
}

/** What each picture is, and the words that stand for it. */
const picturesOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLImageElement>("main img")].map(({ alt, src }) => [
      alt,
      decodeURIComponent(src),
    ]),
  );

describe.each([...inject("notebooks"), "analysis", "controls", "vega", "views"])("%s", (name) => {
  test("runs without a complaint, asks no other host, and says and draws what it does without scripts", async () => {
    const { page, complaints, outside } = await open(`live/${name}.html`);
    expect(await page.locator("main").getAttribute("data-state")).toBe("ready");
    expect(await page.locator(".problem").allInnerTexts()).toEqual([]);
    expect(await page.locator("#loading").count()).toBe(0);
    const fixed = await open(`${name}.html`);
    const expected = await wordsOf(fixed.page);
    expect(expected.length).toBeGreaterThan(1);
    expect((await wordsOf(page)).filter((line) => !line.startsWith("p This page uses "))).toEqual(
      expected,
    );
    expect(await picturesOf(page)).toEqual(await picturesOf(fixed.page));
    const about = (of: Page) => of.locator("header .about li").allInnerTexts();
    expect(await about(page)).toEqual(await about(fixed.page));
    expect(await page.locator("h1").allInnerTexts()).toEqual(
      await fixed.page.locator("h1").allInnerTexts(),
    );
    expect(await page.locator("footer").innerText()).toBe(
      await fixed.page.locator("footer").innerText(),
    );
    expect(complaints).toEqual([]);
    expect(outside).toEqual([]);
  });
});

test("what moves is followed, and comes to rest as the report shows it", async () => {
  const wanted = await picturesOf((await open("moves.html")).page);
  expect(wanted[0][1]).toContain("cx='90'");
  const { page, complaints } = await open("live/moves.html");
  await expect.poll(() => picturesOf(page), { timeout: 20_000 }).toEqual(wanted);
  expect(complaints).toEqual([]);
});

test("a page shows the report before its scripts have come, unless its address asks for another", async () => {
  const { page } = await open("index.html");
  await page.route("**/assets/*.js", (route) =>
    route.request().url().includes("/asked.js") ? route.continue() : route.abort(),
  );
  await page.goto(`${inject("address")}/live/national.html`);
  const first = page.locator("#first figure").first();
  expect(await first.isVisible()).toBe(true);
  const address = await first
    .locator(".downloads a")
    .first()
    .evaluate((link) => (link as HTMLAnchorElement).href);
  expect((await fetch(address)).status, address).toBe(200);
  await page.goto(`${inject("address")}/live/national.html?set=all`);
  expect(await first.isVisible()).toBe(false);
  expect(await page.locator("#loading").isVisible()).toBe(true);
});

test("a page of words alone loads none of the data, and no page waits for a table that it reads", async () => {
  const { page } = await open("index.html");
  const asked: string[] = [];
  const kinds: string[] = [];
  page.on("request", (request) => {
    if (!request.url().includes("/dataset")) return;
    asked.push(new URL(request.url()).pathname);
    kinds.push(request.resourceType());
  });
  await page.goto(`${inject("address")}/live/words.html`);
  await page.waitForSelector('main[data-state="ready"]');
  expect(asked).toEqual([]);
  await page.goto(`${inject("address")}/live/council.html`);
  await page.waitForSelector('main[data-state="ready"]');
  expect(asked).toContain("/dataset.json");
  expect(asked).toContain("/dataset/context/ascof-long.json");
  // What is loaded in the middle of a computation is asked for in the old way.
  expect(kinds).not.toContain("xhr");
});

test("the index leads to every form of every notebook and to the data", async () => {
  const { page, complaints, outside } = await open("index.html");
  const addresses = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>("main a")].map((link) => link.href),
  );
  for (const name of inject("notebooks"))
    for (const path of [`live/${name}.html`, `${name}.html`, `${name}.pdf`])
      expect(addresses).toContain(`${inject("address")}/${path}`);
  for (const path of ["data/assessments.csv", "data/datapackage.json"])
    expect(addresses).toContain(`${inject("address")}/${path}`);
  for (const address of addresses) expect((await fetch(address)).status, address).toBe(200);
  const { page: report } = await open("national.html");
  const sentence = await page.locator('h2:has(a[href="live/national.html"]) + p').innerText();
  expect(await report.locator("main p").first().innerText()).toContain(sentence);
  expect(sentence.endsWith(".")).toBe(true);
  expect(complaints).toEqual([]);
  expect(outside).toEqual([]);
});

test("the first page loads at most 1.5 MB, compressed", async () => {
  const { page } = await open("index.html");
  let size = 0;
  const bodies: Promise<void>[] = [];
  page.on("response", (response) => {
    bodies.push(response.body().then((body) => void (size += gzipSync(body).length)));
  });
  await page.goto(`${inject("address")}/live/national.html`);
  await page.waitForSelector('main[data-state="ready"]');
  await Promise.all(bodies);
  expect(bodies.length).toBeGreaterThan(3);
  expect(size).toBeGreaterThan(100_000);
  expect(size).toBeLessThan(1_500_000);
  console.log(`the first page: ${Math.round(size / 1000)} kB compressed`);
});

test("the address chooses the set and the council", async () => {
  const fixed = await open("live/national.html");
  const { page } = await open("live/national.html?set=all");
  expect(await page.locator("header .about li").allInnerTexts()).toEqual([
    asAt(readDataset(), "all"),
  ]);
  expect(await fixed.page.locator("header .about li").allInnerTexts()).toEqual([
    asAt(readDataset(), "complete"),
  ]);
  expect(await page.locator("main strong").first().innerText()).not.toBe(
    await fixed.page.locator("main strong").first().innerText(),
  );
  const asked = await open("live/controls.html?council=%20<b>E10000015</b>");
  expect(await asked.page.locator("main").innerText()).toContain("Asked for: <b>E10000015</b>.");
  const wrong = await open("live/national.html?set=best");
  expect(await wrong.page.locator("header .about li").allInnerTexts()).toEqual([
    asAt(readDataset(), "complete"),
  ]);
  expect(await wrong.page.locator(".address-note").innerText()).toBe(
    "The address of this page gives “best” for “set”, which is not known. The page shows the default: complete.",
  );
});

test("a reader can take the data as they stand", async () => {
  const { page } = await open("live/controls.html");
  const before = await page.locator("#sums h3").innerText();
  await page.getByLabel("Lowest sum").fill("28");
  await page.waitForFunction(
    (text) => (document.querySelector("#sums h3") as HTMLElement)?.innerText !== text,
    before,
  );
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("#sums .downloads a").click(),
  ]);
  expect(download.suggestedFilename()).toBe("sums.csv");
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const [header, ...lines] = Buffer.concat(chunks).toString("utf8").trim().split("\r\n");
  expect(header).toBe("Sum (points),Assessments");
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(Number(line.split(",")[0])).toBeGreaterThanOrEqual(28);
});

describe("what goes wrong is said in place", () => {
  test("for a cell that throws, those that need it, and the rest", async () => {
    const { page, complaints } = await open("live/fails.html");
    const text = (id: number) => page.locator(`#cell-${id}`).innerText();
    expect(await text(1)).toMatch(/^Cell answer \(fails\.html:5:5\) could not run: .*not <b>JSON/);
    expect(await page.locator("#cell-1 [role=alert]").count()).toBe(1);
    expect(await text(2)).toBe(
      "Cell 2 (fails.html:8:5) shows nothing: it needs answer, which a cell that could not run defines.",
    );
    expect(await text(3)).toBe("A part of this notebook is left out here: it is a video.");
    expect(await text(4)).toBe("153");
    expect(complaints.length).toBeGreaterThan(0);
  });

  test("for data that do not load", async () => {
    const { page } = await open("index.html");
    await page.route("**/dataset.json*", (route) => route.fulfill({ status: 404 }));
    await page.goto(`${inject("address")}/live/national.html`);
    const problem = page.locator(".problem[role=alert]");
    expect(await problem.innerText()).toMatch(/^This page could not start: .*dataset.json.* 404$/);
  });

  test("for a page that may not compile text, where it has to", async () => {
    const { page } = await open("strict/live/explore.html", {});
    expect(await page.locator("main > .note").innerText()).toContain("'unsafe-eval'");
    await page.waitForSelector(".problem[role=alert]");
    expect(await page.locator(".problem[role=alert]").first().innerText()).toMatch(
      /^Cell table, sumsByRating, most … \(explore\.html:\d+:5\) could not run: .*(eval|Content Security Policy)/,
    );
  });
});
