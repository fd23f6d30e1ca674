import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { JSDOM } from "jsdom";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../src/cli/main.js";
import { packageNotebooks } from "../../src/cli/packageNotebooks.js";

let dir: string;
let out: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), "ninefold-council-"));
  out = path.join(dir, "out");
});
afterEach(() => rmSync(dir, { recursive: true }));

async function ran(...argv: string[]) {
  let [stdout, stderr] = ["", ""];
  const code = await run(argv, {
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
  });
  return { code, stdout, stderr };
}
const report = (...argv: string[]) => ran("report", ...argv, "--format", "html,csv", "--out", out);

/** Writes a notebook of one cell and gives its path. */
function written(name: string, cell: string, title = "Mine"): string {
  const file = path.join(dir, "notebooks", name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(
    file,
    `<!doctype html>
<notebook>
  <title>${title}</title>
  <script id="1" type="module">
    ${cell}
  </script>
</notebook>
`,
  );
  return file;
}
const ofCouncil =
  'import {prose, show} from "ninefold"; display(show(prose`Code ${params.council}.`));';
const ofAll = 'import {prose, show} from "ninefold"; display(show(prose`All, ${params.set}.`));';

const htmlIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".html"))
    .sort();
const page = (name: string) =>
  new JSDOM(readFileSync(path.join(out, name), "utf8")).window.document;

describe("a notebook that does not read which council is meant", () => {
  const options = [["--council", "Kent"], ["--region", "North East"], ["--all-councils"]];
  // One on care services can be of one council. Of several councils at once there are reports of their own, which take what they are about.
  const names = [...packageNotebooks().keys()].filter(
    (name) => !["council", "compare", "region", "services"].includes(name),
  );
  it.each(names)("is refused where councils are asked for: %s", async (name) => {
    for (const [option, ...value] of options)
      expect(await report(name, option, ...value)).toEqual({
        code: 2,
        stdout: "",
        stderr: `notebooks/${name}.html: does not read params.council, so it would say the same of every council: leave out ${option}, or use the notebook council\n`,
      });
    expect(existsSync(out)).toBe(false);
  });

  it("is refused where it is a reader's own, and what is there stays", async () => {
    expect((await report("council", "--council", "Kent")).code).toBe(0);
    const before = readFileSync(path.join(out, "councils", "kent.html"), "utf8");
    expect(before).toContain("Kent");
    const file = written("mine.html", ofAll);
    for (const argv of options) {
      const { code, stdout, stderr } = await report(file, ...argv, "--force");
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(/^[^\n]*mine\.html: does not read params\.council[^\n]*\n$/);
    }
    expect(htmlIn(out)).toEqual(["councils/index.html", "councils/kent.html"]);
    expect(readFileSync(path.join(out, "councils", "kent.html"), "utf8")).toBe(before);
    // Without a council it is a report as any other.
    expect(await report(file)).toMatchObject({
      code: 0,
      stdout: `${path.join(out, "mine.html")}\n`,
    });
  });

  it("is told what is wrong with a cell that does not parse, rather than guessed at", async () => {
    const { code, stderr } = await report(written("mine.html", "const = 1;"), "--council", "Kent");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Kent: [^\n]*mine\.html:5:\d+: cell 1: [^\n]*\n$/);
  });
});

describe("a report on several councils at once", () => {
  it.each([
    [["compare", "--council", "Kent"], "report compare: expected 2 to 5 councils: 1"],
    [["region", "--region", "Nowhere"], "--region: expected"],
  ])("says what it takes: %j", async (words, line) => {
    let stderr = "";
    const io = { stdout: () => undefined, stderr: (text: string) => (stderr += text) };
    expect(await run(["report", ...words, "--out", out], io)).toBe(2);
    expect(stderr).toContain(line);
  });
});

describe("a reader's own notebook on councils", () => {
  it("writes into a folder of its own name, with a page of its own that lists them", async () => {
    const [one, two] = [
      written("one.html", ofCouncil, "One"),
      written("two.html", ofCouncil, "Two"),
    ];
    expect((await report("council", "--council", "Kent")).code).toBe(0);
    const kent = readFileSync(path.join(out, "councils", "kent.html"), "utf8");
    for (const [file, name] of [
      [one, "one"],
      [two, "two"],
    ])
      expect(await report(file, "--council", "Kent", "--council", "Kingston upon Hull")).toEqual({
        code: 0,
        stdout: `${path.join(out, name, "kent.html")}\n${path.join(out, name, "kingston-upon-hull.html")}\nbuilt 2\n`,
        stderr: "",
      });
    const of = (name: string) =>
      ["index", "kent", "kingston-upon-hull"].map((council) => `${name}/${council}.html`);
    expect(htmlIn(out)).toEqual([
      "councils/index.html",
      "councils/kent.html",
      ...of("one"),
      ...of("two"),
    ]);
    expect(readFileSync(path.join(out, "councils", "kent.html"), "utf8")).toBe(kent);
    // E10000016 is Kent, E06000010 Kingston upon Hull: codes of the Office for National Statistics.
    expect(page("one/kent.html").body.textContent).toContain("Code E10000016.");
    expect(page("two/kingston-upon-hull.html").body.textContent).toContain("Code E06000010.");
    expect(page("one/kent.html").querySelector("header a")!.outerHTML).toBe(
      '<a href="index.html">All councils</a>',
    );
    const index = page("two/index.html");
    expect(index.title).toBe("Councils: Two");
    expect(index.body.textContent).not.toContain("what CQC published");
    const links = [...index.querySelectorAll("#all a")].map((link) => link.getAttribute("href"));
    expect(links).toEqual(["kent.html", "kingston-upon-hull.html"]);
    // The reports of one are not taken for gone when another makes all of a region.
    expect(await report(one, "--region", "North East")).toMatchObject({ code: 0, stderr: "" });
    expect(htmlIn(path.join(out, "two"))).toHaveLength(3);
    expect(htmlIn(path.join(out, "one"))).toHaveLength(3 + 12);
  });

  it("of the package's name is another notebook", async () => {
    const file = written("council.html", ofCouncil);
    expect(await report(file, "--council", "Kent")).toMatchObject({
      stdout: `${path.join(out, "council", "kent.html")}\nbuilt 1\n`,
    });
    // The package's own is the same by its path as by its name.
    expect(await report(packageNotebooks().get("council")!, "--council", "Kent")).toMatchObject({
      stdout: `${path.join(out, "councils", "kent.html")}\nbuilt 1\n`,
    });
  });

  it("may not have the name of the package's folder, nor one that no file could have", async () => {
    const clash = written("councils.html", ofCouncil);
    expect(await report(clash, "--council", "Kent")).toEqual({
      code: 2,
      stdout: "",
      stderr: `${clash}: its reports would lie among those of the notebook council: give it another name\n`,
    });
    const { code, stderr } = await report(written("Mine Own.html", ofCouncil), "--all-councils");
    expect(code).toBe(1);
    expect(stderr).toBe("Mine Own: a report's name must be lower-case words with hyphens\n");
    expect(existsSync(out)).toBe(false);
  });
});

it.each(["report", "site", "preview"])(
  "%s refuses notebooks of one name in two folders",
  async (command) => {
    const [one, two] = [written("a/mine.html", ofAll), written("b/mine.html", ofAll)];
    const where = command === "preview" ? [] : ["--out", out];
    expect(await ran(command, one, two, ...where)).toEqual({
      code: 2,
      stdout: "",
      stderr: `notebooks of the same name, which would be one report: ${one}, ${two}\n`,
    });
    expect(existsSync(out)).toBe(false);
  },
);

it("a site refuses a notebook whose files would be among its own", async () => {
  const file = written("data.html", ofAll);
  expect(await ran("site", file, "--out", out)).toEqual({
    code: 1,
    stdout: "",
    stderr: `${file}: a site has a folder of data of its own\n`,
  });
  expect(existsSync(out)).toBe(false);
});
