import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../../../src/cli/main.js";
import { reviveDataset } from "../../../src/councils/data/reviveDataset.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { toProse } from "../../../src/engine/report/block.js";
import { liveParams } from "../../../src/councils/pages/liveParams.js";
import { buildSite } from "../../../src/engine/site/buildSite.js";
import { project } from "../../../src/project.js";
import { siteOf } from "../../buildSite.js";
import { firstPaint } from "../../../src/engine/site/firstPaint.js";
import { livePage } from "../../../src/engine/site/livePage.js";
import { serve } from "../../../src/engine/site/serve.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "ninefold-site-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, cell: string): string {
  const file = path.join(folder, `${name}.html`);
  writeFileSync(
    file,
    `<!doctype html><notebook><title>Made up</title>
  <script id="1" type="module">
    ${cell}
  </script>
</notebook>`,
  );
  return file;
}

const build = (...files: string[]) =>
  siteOf(files, { dataset: readDataset(), set: "complete", footer: toProse("The end.") });

describe("buildSite", () => {
  test("bundles only what cells use, with nothing to be had elsewhere", async () => {
    const file = written(
      "small",
      'import {ratingsOf} from "ninefold"; display(ratingsOf(dataset.scheme).length);',
    );
    const outputs = await build(file);
    const paths = outputs.map((output) => output.path);
    expect(paths).toEqual(
      expect.arrayContaining([
        ...["small.html", "small.pdf", "live/small.html", "index.html", "dataset.json"],
        ...["data/assessments.csv", "data/context/ascof_long.csv", "data/datapackage.json"],
      ]),
    );
    const scripts = outputs.filter((output) => output.path.endsWith(".js"));
    const code = scripts.map(({ content }) => String(content)).join("\n");
    expect(code).not.toMatch(/https?:\/\/(?!www\.w3\.org\/)[^"'`\s]*(?:jsdelivr|unpkg|cdn|esm\.)/);
    expect(code).not.toMatch(/node:fs|csv-parse|valibot|linkedom/);
    // The cell asks for the scheme alone: neither Plot nor Vega is there.
    expect(code.length).toBeLessThan(240_000);
    const csv = outputs.find((output) => output.path === "data/assessments.csv");
    expect(csv?.content).toEqual(readFileSync("data/assessments.csv"));
  });

  test("says what a notebook finds on the first page and to those who share its address", async () => {
    const file = written(
      "finds",
      'import {prose, show} from "ninefold"; display(show(prose`**3 of 4 are ${\'"<b>"\'}.** More.`));',
    );
    const outputs = await build(file);
    const page = (name: string) =>
      new JSDOM(String(outputs.find((output) => output.path === name)?.content)).window.document;
    for (const name of ["finds.html", "live/finds.html"]) {
      const found = page(name).querySelector("meta[property='og:description']");
      expect(found?.getAttribute("content")).toBe('3 of 4 are "<b>".');
    }
    expect(page("index.html").querySelector("main p")?.textContent).toBe('3 of 4 are "<b>".');
    expect(page("index.html").querySelector("meta[property]")).toBeNull();
  });

  test("says what a page is for on which a reader chooses, in its lists and on its card", async () => {
    const file = written(
      "chosen",
      'import {prose, show, toTitle} from "ninefold"; const purpose = "Choose a town."; display(show(toTitle("Barnet", {purpose}))); display(show(prose`Barnet has a bank.`));',
    );
    const outputs = await build(file);
    const html = (name: string) =>
      String(outputs.find((output) => output.path === name)?.content ?? "");
    const card = ["title", "description"].map((what) => `<meta property="og:${what}" content="`);
    for (const name of ["chosen.html", "live/chosen.html"]) {
      expect(html(name)).toContain(`${card[0]}Made up">`);
      expect(html(name)).toContain(`${card[1]}Choose a town.">`);
    }
    expect(html("index.html")).toContain("<p>Choose a town.</p>");
    expect(html("index.html")).not.toContain("has a bank");
    expect(html("chosen.html")).toContain("<h1>Barnet</h1>");
  });

  test("gives the same bytes twice", async () => {
    const file = written("twice", "display(dataset.councils.length);");
    expect(await build(file)).toEqual(await build(file));
  });

  test("names an index by its folder, and any file so that an address can hold it", async () => {
    const paths = (await build(written("A b_c", "1"))).map((output) => output.path);
    expect(paths).toContain("live/a-b-c.html");
    const index = (await build(written("index", "1"))).map((output) => output.path);
    expect(index).toContain("index.html");
    expect(index.filter((name) => name.startsWith("live/"))).not.toContain("live/index.html");
    await expect(build(written("data", "1"))).rejects.toThrow(/data\.html: a site has a folder/);
  });

  test("says which package a cell lacks, as the report does", async () => {
    const file = written("lacks", 'import * as lacking from "no-such-package"; lacking;');
    await expect(build(file)).rejects.toThrow(
      /lacks\.html:3:\d+: cell 1: import "no-such-package": no such package is installed: npm install no-such-package$/,
    );
  });

  test("leaves out a notebook that cannot be bundled, with its line, and makes the others", async () => {
    const good = written("bundled", "display(dataset.councils.length);");
    // Node finds it, and a bundler for browsers does not.
    const packages = path.join(folder, "node_modules", "only-node");
    mkdirSync(packages, { recursive: true });
    const exports = { ".": { node: "./index.js" } };
    writeFileSync(
      path.join(packages, "package.json"),
      JSON.stringify({ name: "only-node", type: "module", exports }),
    );
    writeFileSync(path.join(packages, "index.js"), "export const n = 1;");
    writeFileSync(path.join(folder, "node.js"), '\nexport {n} from "only-node";');
    const bad = written("unbundled", 'import {n} from "./node.js"; display(typeof n);');
    const dataset = readDataset();
    const { outputs, problems, failed } = await buildSite([bad, good], {
      project,
      data: dataset,
      files: new Map(),
      params: { set: "complete", council: null },
      date: dataset.vintage,
      title: "Made up",
      footer: toProse("The end."),
    });
    expect(failed).toEqual(["unbundled"]);
    expect(problems).toEqual([
      expect.stringMatching(
        /unbundled\.html: cannot be bundled for a page: .* from package .*only-node/,
      ),
    ]);
    const paths = outputs.map((output) => output.path);
    expect(paths).toEqual(expect.arrayContaining(["bundled.html", "live/bundled.html"]));
    expect(paths.filter((name) => name.includes("unbundled"))).toEqual([]);
    const index = outputs.find((output) => output.path === "index.html");
    expect(String(index?.content)).not.toContain("unbundled");
  });

  test("lists every problem of every notebook", async () => {
    const first = written("first", "throw new Error('one');");
    const second = written("second", "missing;");
    await expect(build(first, second)).rejects.toMatchObject({
      problems: [
        expect.stringMatching(/first\.html:3:\d+: cell 1: one$/),
        expect.stringMatching(/second\.html:3:\d+: cell 1: missing is not defined: define/),
      ],
    });
  });
});

test("ninefold site writes a folder and refuses one that is somebody else's", async () => {
  const file = written("command", "display(dataset.councils.length);");
  const out = path.join(folder, "out");
  let said = "";
  const io = {
    stdout: (text: string) => void (said += text),
    stderr: (text: string) => void (said += text),
  };
  expect(await run(["site", file, "--out", out], io)).toBe(0);
  expect(said).toBe(`${path.join(out, "index.html")}\n`);
  const read = (name: string) => readFileSync(path.join(out, `${name}.json`), "utf8");
  const revived = reviveDataset(read("dataset"), (name) => read(`dataset/${name}`));
  expect(JSON.parse(JSON.stringify(revived))).toEqual(readDataset());
  expect(await run(["site", file, "--out", out], io)).toBe(0);
  writeFileSync(path.join(out, "index.html"), "Mine.");
  said = "";
  expect(await run(["site", file, "--out", out], io)).toBe(1);
  expect(said).toMatch(/index\.html: changed since it was made: [^\n]*\n$/);
});

describe("livePage", () => {
  const page = (compiles: readonly string[], isAssembled = false) =>
    new JSDOM(
      livePage({
        id: "made-up",
        title: "A <b>title</b>",
        sentence: "It <i>finds</i>.",
        about: ["Data <i>as</i> at."],
        params: { set: "all" },
        scripts: ["assets/a.js", "assets/b.js"],
        data: "dataset.json?v=1",
        tables: [],
        first: firstPaint(
          '<ul class="about">\n<li>As <i>at</i>.</li>\n</ul>\n<main id="x">\n<nav class="contents"><a href="#a">A</a></nav>\n<p>It <a href="small/a.csv">finds</a>, <a href="https://example.org/">there</a>.</p>\n</main>',
        ),
        compiles,
        isAssembled,
        isStatic: true,
        footer: toProse("The end."),
      }),
    ).window.document;
  const policyOf = (document: Document) =>
    document.querySelector("meta[http-equiv]")?.getAttribute("content");

  test("has the frame of a report and says where its other forms are", () => {
    const document = page([]);
    expect(document.documentElement.lang).toBe("en-GB");
    expect(document.querySelector("h1")?.textContent).toBe("A <b>title</b>");
    expect(document.querySelector("meta[property='og:description']")?.getAttribute("content")).toBe(
      "It <i>finds</i>.",
    );
    expect(document.querySelector("header .about")?.innerHTML).toBe("\n<li>As <i>at</i>.</li>\n");
    expect(
      [...document.querySelectorAll<HTMLAnchorElement>("#first a")].map((a) =>
        a.getAttribute("href"),
      ),
    ).toEqual(["../small/a.csv", "https://example.org/"]);
    expect(document.querySelector(".skip")?.getAttribute("href")).toBe("#MainContent");
    expect(document.querySelector("footer")?.textContent?.trim()).toBe("The end.");
    expect(document.querySelector("#loading a")?.getAttribute("href")).toBe("../made-up.html");
    expect(document.querySelector("main")?.getAttribute("data-params")).toBe('{"set":"all"}');
    expect([...document.querySelectorAll("script")].map(({ src, text }) => [src, text])).toEqual([
      ["../assets/asked.js", ""],
      ["../assets/a.js", ""],
    ]);
  });

  test("allows what was compiled before only where a library is", () => {
    expect(policyOf(page([], true))).toContain("; script-src 'self' 'wasm-unsafe-eval'; base-uri");
    expect(policyOf(page([]))).not.toContain("wasm");
  });

  test("allows text to become code only where a package needs it, and says so", () => {
    expect(policyOf(page([]))).toBe(
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; object-src 'none'",
    );
    expect(page([]).body.textContent).not.toContain("unsafe-eval");
    expect(policyOf(page(["arquero"]))).toContain("script-src 'self' 'unsafe-eval'");
    expect(page(["arquero"]).querySelector("main")?.textContent).toContain("arquero");
  });
});

describe("liveParams", () => {
  test("come from the address", () => {
    expect(liveParams("", "complete")).toEqual({ set: "complete", council: null });
    expect(liveParams("?council=E10000015&set=all", "complete")).toEqual({
      set: "all",
      council: "E10000015",
    });
    expect(liveParams("?council=%20", "all")).toEqual({ set: "all", council: null });
    expect(() => liveParams("?set=best", "all")).toThrow(
      "the address's set: expected complete or all: best",
    );
  });
});

test("the server answers this machine alone, and only what it was given", async () => {
  const served = await serve({
    read: (asked) => (asked === "index.html" ? "Hello" : null),
    policyOf: () => "default-src 'self'",
  });
  try {
    const home = await fetch(served.address);
    expect(await home.text()).toBe("Hello");
    expect(home.headers.get("content-security-policy")).toBe("default-src 'self'");
    expect((await fetch(`${served.address}/other.html`)).status).toBe(404);
    expect((await fetch(`${served.address}/%`)).status).toBe(400);
    expect((await fetch(served.address, { method: "POST" })).status).toBe(405);
    await expect(
      serve({ read: () => null, port: Number(new URL(served.address).port) }),
    ).rejects.toThrow(/^the port is in use: \d+$/);
  } finally {
    await served.close();
  }
  await expect(fetch(served.address)).rejects.toThrow();
});
