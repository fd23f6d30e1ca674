import { publicationOf } from "../../src/councils/data/publicationOf.js";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { councilSlugs } from "../../src/councils/data/councilSlugs.js";
import { readDataset } from "../../src/councils/data/readDataset.js";
import { openPdf, pagesOf } from "../engine/report/openPdf.js";
import { buildPackage, type BuiltPackage } from "../builtPackage.js";
import { expectWhole, filesOf, page } from "./councilRuns.js";

const { councils } = readDataset();
const slugOf = councilSlugs(councils);
const slugs = [...slugOf.values()].sort();

let folder: string;
let ninefold: BuiltPackage;
/** The reports on all councils, made once. */
let all: string;
let first: Awaited<ReturnType<BuiltPackage["run"]>>;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(tmpdir(), "ninefold-councils-"));
  ninefold = await buildPackage();
  all = path.join(folder, "all");
  first = await ninefold.run("report", "council", "--all-councils", "--out", all);
}, 600_000);
afterAll(() => {
  ninefold.remove();
  fs.rmSync(folder, { recursive: true });
});

describe("reports on all councils", () => {
  it("are a page, a PDF and a CSV file each, and a page of all", () => {
    expect(first).toEqual({
      code: 0,
      stdout: `${path.join(all, "councils", "index.html")}\nbuilt 153\n`,
      stderr: "",
    });
    const names = slugs.flatMap((slug) => ["csv", "html", "pdf"].map((form) => `${slug}.${form}`));
    expect([...filesOf(all).keys()]).toEqual(
      [...names, "index.html", "search.js"].sort().map((name) => `councils/${name}`),
    );
    expectWhole(all);
    for (const { gssCode, name } of councils)
      expect(page(all, slugOf.get(gssCode)!).title).toMatch(new RegExp(`^${name}: `));
  });

  it("say nothing that is no value, leave no markup in words, and draw every figure", () => {
    const wrong: string[] = [];
    for (const slug of slugs) {
      const text = (form: string) =>
        fs.readFileSync(path.join(all, "councils", `${slug}.${form}`), "utf8");
      const document = page(all, slug);
      for (const [form, said] of [
        ["html", document.body.textContent],
        ["csv", text("csv")],
        [
          "alt",
          [...document.querySelectorAll("img")].map((img) => img.getAttribute("alt")).join("\n"),
        ],
      ] as const)
        for (const [found] of said.matchAll(
          /.{0,20}(?:\b(?:NaN|undefined|null|Infinity)\b|\[object|\$\{|&(?:amp|lt|gt|quot|#\d+);|<\/?[a-z]|\*\*|\\[^\s\w]|\(\)| ,| \.(?!\d)).{0,20}/g,
        ))
          wrong.push(`${slug}.${form}: ${found}`);
      for (const figure of document.querySelectorAll("figure")) {
        const svg = decodeURIComponent(figure.querySelector("img")!.getAttribute("src")!);
        const marks = svg.match(/<(?:circle|path|rect|line|text)\b/g) ?? [];
        const rows = figure.querySelectorAll("tbody tr").length;
        if (marks.length < 20 || rows === 0) wrong.push(`${slug}: ${figure.id} is empty`);
        if (svg.includes("…")) wrong.push(`${slug}: ${figure.id} cuts a name`);
      }
      const pdf = text("pdf");
      if (!pdf.startsWith("%PDF-1.7") || !pdf.trimEnd().endsWith("%%EOF"))
        wrong.push(`${slug}.pdf: is not whole`);
    }
    expect(wrong).toEqual([]);
  }, 300_000);

  it("are two pages to print, and never more than three", () => {
    const pages = slugs.map((slug) =>
      pagesOf(openPdf(fs.readFileSync(path.join(all, "councils", `${slug}.pdf`)))),
    );
    expect(Math.max(...pages)).toBeLessThanOrEqual(3);
    // Longer notes or names in later data may take a few over.
    expect(pages.filter((n) => n > 2).length).toBeLessThan(10);
  }, 300_000);

  it("show whose page a link leads to, and not its address", () => {
    for (const slug of ["blackpool", "east-riding-of-yorkshire", "warrington"]) {
      const main = page(all, slug).querySelector("main")!;
      expect(main.textContent).not.toMatch(/https?:|\/news\//);
      // Hull's and others' report is read elsewhere; of these three the page of CQC is known.
      expect(main.querySelector("a[href]")!.textContent).toMatch(/^CQC's report on /);
      for (const link of main.querySelectorAll('a[href^="http"]'))
        expect(publicationOf(link.getAttribute("href")!)).toBe(
          // CQC's own report is named for what it is of.
          link.textContent.startsWith("CQC's report on ") ? "CQC" : link.textContent,
        );
    }
  });

  it("link to their other forms and to the page of all, and to nothing that is not there", () => {
    const there = new Set(filesOf(all).keys());
    for (const name of ["county-durham", "index"])
      for (const link of page(all, name).querySelectorAll("a[href]")) {
        const address = link.getAttribute("href")!;
        if (address.startsWith("https://") || address.startsWith("http://")) continue;
        if (address.startsWith("#")) expect(page(all, name).querySelector(address)).not.toBeNull();
        else expect(there, address).toContain(`councils/${address}`);
      }
    const links = [...page(all, "county-durham").querySelectorAll("header a")];
    expect(links.map((link) => link.getAttribute("href"))).toEqual([
      "county-durham.pdf",
      "index.html",
    ]);
  });

  it("have all their data in one CSV file, a value to a line", () => {
    const text = fs.readFileSync(path.join(all, "councils", "county-durham.csv"), "utf8");
    const lines = text.split("\r\n");
    expect(lines[0]).toBe(
      "\ufeffgss_code,Council,Region,figure or table,title,row,column,number,text",
    );
    const whose = "E06000047,County Durham,North East,";
    for (const id of ["council-scores", "outcomes"])
      expect(lines.filter((line) => line.startsWith(`${whose}${id},`)).length).toBeGreaterThan(9);
  });

  it("are listed by region and from A to Z, for readers with and without scripts", () => {
    const index = page(all, "index");
    const regions = [...index.querySelectorAll("section h3")].map((h) => h.textContent);
    expect(regions).toEqual([...new Set(councils.map(({ region }) => region))].sort());
    const linked = (selector: string) =>
      [...index.querySelectorAll<HTMLAnchorElement>(`${selector} li[data-find] > a`)]
        .map((a) => a.getAttribute("href"))
        .filter((href) => href?.endsWith(".html"));
    expect(linked("#all")).toHaveLength(153);
    expect(new Set(linked("section:not(#all)"))).toEqual(new Set(linked("#all")));
    expect(index.querySelector(".search")!.hasAttribute("hidden")).toBe(true);
    const [script, ...more] = index.querySelectorAll("script");
    expect(more).toEqual([]);
    // A file of its own, so that a server may send the policy of the whole site as a header.
    expect(script.textContent).toBe("");
    expect(fs.existsSync(path.join(all, "councils", script.getAttribute("src")!))).toBe(true);
    const policy = index.querySelector("meta[http-equiv]")!.getAttribute("content");
    expect(policy).toContain("script-src 'self';");
  });

  it("can be searched by name, official name and code", () => {
    const html = fs.readFileSync(path.join(all, "councils", "index.html"), "utf8");
    const { window } = new JSDOM(html, { runScripts: "outside-only" });
    const { document } = window;
    const script = document.querySelector("script")!.getAttribute("src")!;
    window.eval(fs.readFileSync(path.join(all, "councils", script), "utf8"));
    const field = document.querySelector("input")!;
    const found = (asked: string) => {
      field.value = asked;
      field.dispatchEvent(new window.Event("input"));
      const shown = [...document.querySelectorAll<HTMLElement>("#all li[data-find]")];
      return shown.filter((item) => !item.hidden).map((item) => item.textContent);
    };
    expect(document.querySelector<HTMLElement>(".search")!.hidden).toBe(false);
    expect(found("HERTFORD")).toEqual(["Hertfordshire"]);
    expect(document.querySelector("[role=status]")!.textContent).toBe("1 council");
    expect(found("e10000015")).toHaveLength(1);
    expect(found("Durham County Council")).toHaveLength(1);
    expect(found("tyne & wear")).toHaveLength(0);
    const groups = [...document.querySelectorAll<HTMLElement>("section[data-group]")];
    expect(groups.every((group) => group.hidden)).toBe(true);
    expect(found("")).toHaveLength(153);
    expect(groups.some((group) => group.hidden)).toBe(false);
  });

  it.each(["1", "3"])("have the same bytes when %s make them at once", async (workers) => {
    const out = path.join(folder, `workers-${workers}`);
    const args = ["report", "council", "--region", "north east", "--out", out];
    expect((await ninefold.run(...args, "--workers", workers)).code).toBe(0);
    const files = filesOf(out);
    files.delete("councils/index.html");
    files.delete("councils/search.js");
    expect(files.size).toBe(12 * 3);
    const same = filesOf(all);
    for (const [name, hash] of files) expect(same.get(name), name).toBe(hash);
    expect(page(out, "index").querySelectorAll("#all li[data-find]")).toHaveLength(12);
    expect(page(out, "index").querySelector("main > p")!.textContent).toContain(
      "141 of 153 councils in the data have no page here.",
    );
  });
});
