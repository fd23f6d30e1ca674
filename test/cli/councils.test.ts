import { createHash } from "node:crypto";
import { publicationOf } from "../../src/councils/data/publicationOf.js";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { JSDOM } from "jsdom";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { councilSlugs } from "../../src/councils/data/councilSlugs.js";
import { readDataset } from "../../src/councils/data/readDataset.js";
import type { Manifest } from "../../src/engine/report/manifest.js";
import { openPdf, pagesOf } from "../engine/report/openPdf.js";
import { buildPackage, outcomeOf, type BuiltPackage } from "../builtPackage.js";

const cases = fileURLToPath(new URL("../cases/notebooks/council/", import.meta.url));
/** Quick to run: a sentence on each council. */
const quick = path.join(cases, "needs-ascof.html");
/** Waits on each council: two processes take eight seconds for all, however fast the machine. */
const waiting = [path.join(cases, "waits.html"), "--all-councils", "--format", "html"];
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

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const manifestOf = (out: string) =>
  JSON.parse(fs.readFileSync(path.join(out, "manifest.json"), "utf8")) as Manifest;

/** The hash of every file below a folder but its manifest, by its path. */
function filesOf(out: string): Map<string, string> {
  const names = fs
    .readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "manifest.json")
    .map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(
    names.sort().map((name) => [path.relative(out, name), sha256(fs.readFileSync(name))]),
  );
}

/** The files are those that the manifest lists, whole. */
function expectWhole(out: string) {
  const { outputs, pending } = manifestOf(out);
  expect(pending).toBeUndefined();
  const listed = outputs.map((entry): [string, string] => [entry.path, entry.sha256]);
  expect([...filesOf(out)]).toEqual(listed);
}

const copyOfAll = (name: string) => {
  const out = path.join(folder, name);
  fs.cpSync(all, out, { recursive: true });
  return out;
};
/** A page, read by the parser that is fast enough for all of them. */
const page = (out: string, name: string, series = "councils") =>
  parseHTML(fs.readFileSync(path.join(out, series, `${name}.html`), "utf8")).document;

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
      for (const link of main.querySelectorAll('a[href^="http"]'))
        expect(publicationOf(link.getAttribute("href")!)).toBe(
          // A link of a table, and the one to CQC's own page, show the host.
          link.textContent === "cqc.org.uk" ? "CQC" : link.textContent,
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

describe("a second run", () => {
  it("makes nothing that is there and unchanged", async () => {
    const out = copyOfAll("again");
    const before = filesOf(out);
    const { code, stdout } = await ninefold.run(
      "report",
      "council",
      "--all-councils",
      "--out",
      out,
    );
    expect(code).toBe(0);
    expect(stdout).toBe(`${path.join(out, "councils", "index.html")}\nreused 153, built 0\n`);
    expect(filesOf(out)).toEqual(before);
    expect(manifestOf(out)).toEqual(manifestOf(all));
  });

  it("makes what is missing, what was damaged and what was made with other parameters", async () => {
    const out = copyOfAll("some");
    fs.rmSync(path.join(out, "councils", "barnet.pdf"));
    const { stdout } = await ninefold.run("report", "council", "--all-councils", "--out", out);
    expect(stdout).toMatch(/^reused 152, built 1$/m);
    expect(filesOf(out)).toEqual(filesOf(all));
    const again = ["report", "council", "--council", "barnet", "--council", "E06000001"];
    const other = await ninefold.run(...again, "--set", "all", "--out", out);
    expect(other.stdout).toMatch(/^built 2$/m);
    expect(other.stdout).toContain(path.join(out, "councils", "barnet.pdf"));
    const back = await ninefold.run("report", "council", "--all-councils", "--out", out);
    expect(back.stdout).toMatch(/^reused 151, built 2$/m);
    expect(filesOf(out)).toEqual(filesOf(all));
    const forced = await ninefold.run(...again, "--force", "--out", out);
    expect(forced.stdout).toMatch(/^built 2$/m);
  }, 300_000);

  it("names a file that was changed by hand, and makes the others", async () => {
    const out = copyOfAll("by-hand");
    const file = path.join(out, "councils", "barnet.html");
    fs.appendFileSync(file, "<!-- mine -->");
    fs.rmSync(path.join(out, "councils", "hartlepool.csv"));
    const args = ["report", "council", "--all-councils", "--out", out];
    const { code, stdout, stderr } = await ninefold.run(...args);
    expect(code).toBe(1);
    expect(stderr).toBe(`${file}: changed since it was made: move it, or use --force\n`);
    expect(stdout).toMatch(/^reused 151, built 1, failed 1: Barnet$/m);
    expect(fs.readFileSync(file, "utf8")).toContain("mine");
    expect(fs.existsSync(path.join(out, "councils", "hartlepool.csv"))).toBe(true);
  });

  it("makes anew what depends on more than the data: a file beside the notebook", async () => {
    const out = path.join(folder, "beside");
    const args = ["report", path.join(cases, "beside.html"), "--council", "Barnet", "--out", out];
    expect((await ninefold.run(...args)).stdout).toMatch(/^built 1$/m);
    expect(manifestOf(out).inputs).toBeUndefined();
    expect((await ninefold.run(...args)).stdout).toMatch(/^built 1$/m);
  });
});

describe("a run that is stopped with Ctrl-C", () => {
  it("leaves what is finished, whole, and the next one makes the rest", async () => {
    const out = path.join(folder, "stopped");
    const child = ninefold.start("report", ...waiting, "--workers", "2", "--out", out);
    const outcome = outcomeOf(child);
    // Reports are written in batches: when the first ones are there, most are still to be made.
    const watch = setInterval(() => {
      if (!fs.existsSync(path.join(out, "manifest.json"))) return;
      clearInterval(watch);
      child.kill("SIGINT");
    }, 20);
    const { code, stdout, stderr } = await outcome;
    clearInterval(watch);
    expect(code).toBe(130);
    const [, made] = /^stopped: (\d+) of 153 reports made: run it again to make the rest\n$/.exec(
      stderr,
    )!;
    expect(Number(made)).toBeGreaterThanOrEqual(32);
    expect(Number(made)).toBeLessThan(153);
    expect(stdout).toMatch(new RegExp(`^built ${made}$`, "m"));
    expectWhole(out);
    const pages = [...filesOf(out)].filter(([name]) => name.endsWith(".html"));
    expect(pages).toHaveLength(Number(made) + 1);
    const listed = () => page(out, "index", "waits").querySelectorAll("#all li[data-find]");
    expect(listed()).toHaveLength(Number(made));
    expect(fs.readdirSync(out).sort()).toEqual(["manifest.json", "waits"]);
    const rest = await ninefold.run("report", ...waiting, "--out", out);
    expect(rest.stdout).toMatch(new RegExp(`^reused ${made}, built ${153 - Number(made)}$`, "m"));
    expectWhole(out);
    expect(listed()).toHaveLength(153);
  }, 300_000);
});

// The processes that another has started are listed on Linux alone.
describe.skipIf(!fs.existsSync("/proc/self/task"))("a process that is ended by the machine", () => {
  it("is replaced by another, which makes what it was at", async () => {
    const out = path.join(folder, "ended");
    const args = ["report", ...waiting, "--workers", "2", "--out", out];
    const parent = ninefold.start(...args);
    const outcome = outcomeOf(parent);
    const isWritten = () => fs.existsSync(path.join(out, "manifest.json"));
    await vi.waitUntil(isWritten, { timeout: 60_000, interval: 20 });
    const { pid } = parent;
    const makers = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
    expect(makers).toHaveLength(2);
    process.kill(Number(makers[0]), "SIGKILL");
    const { code, stdout, stderr } = await outcome;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^built 153$/m);
    for (const maker of makers) expect(fs.existsSync(`/proc/${maker}`)).toBe(false);
    expectWhole(out);
  });
});

describe("a council whose report fails", () => {
  it("is named, and the others are written; what was made before stays", async () => {
    const data = path.join(folder, "data");
    fs.mkdirSync(path.join(data, "context"), { recursive: true });
    const real = fileURLToPath(new URL("../../data/", import.meta.url));
    fs.copyFileSync(path.join(real, "assessments.csv"), path.join(data, "assessments.csv"));
    const ascof = fs.readFileSync(path.join(real, "context", "ascof_long.csv"), "utf8");
    // E06000047 is County Durham.
    const without = ascof.split("\n").filter((line) => !line.startsWith("E06000047,"));
    fs.writeFileSync(path.join(data, "context", "ascof_long.csv"), without.join("\n"));
    const out = path.join(folder, "failing");
    const args = ["report", quick, "--region", "North East", "--out", out];
    expect((await ninefold.run(...args)).code).toBe(0);
    const before = filesOf(out).get("needs-ascof/county-durham.html");
    const { code, stdout, stderr } = await ninefold.run(...args, "--data", data);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^County Durham: [^\n]*needs-ascof\.html:8:\d+: cell council, row: no row of ASCOF for E06000047\n$/,
    );
    expect(stdout).toMatch(/^built 11, failed 1: County Durham$/m);
    const after = filesOf(out);
    expect([...after.keys()].filter((name) => name.endsWith(".pdf"))).toHaveLength(12);
    expect(after.get("needs-ascof/county-durham.html")).toBe(before);
    expect(manifestOf(out).earlier!.map(({ report }) => report)).toEqual([
      "needs-ascof/county-durham",
    ]);
  });
});

describe("what is no council", () => {
  it.each([
    [
      ["--region", "Wessex"],
      "--region: expected East Midlands, East of England, London, North East, North West, South East, South West, West Midlands and Yorkshire and The Humber: Wessex",
    ],
    [["--council", "Atlantis"], "expected a council's ONS code or its name: Atlantis"],
    [
      ["national", "--all-councils"],
      "reports on councils: expected one notebook: council, national",
    ],
    [
      ["--council", "Barnet", "--all-councils"],
      "error: option '--all-councils' cannot be used with option '--council <name>'",
    ],
    [
      ["--region", "London", "--all-councils"],
      "error: option '--region <name>' cannot be used with option '--all-councils'",
    ],
  ])("is refused in one line: %s", async (args, line) => {
    const out = path.join(folder, "nowhere");
    const { code, stdout, stderr } = await ninefold.run("report", "council", ...args, "--out", out);
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: "", stderr: `${line}\n` });
    expect(fs.existsSync(out)).toBe(false);
  });
});
