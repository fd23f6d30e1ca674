import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { run } from "../../src/cli/main.js";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const cases = fileURLToPath(new URL("../cases/cqc/", import.meta.url));
const leeds = path.join(cases, "summary-accepted/leeds-2025.html");
const five = path.join(cases, "summary-refused/score-five.html");
const statement = path.join(cases, "statement/qs4.html");
const folder = mkdtempSync(path.join(tmpdir(), "ninefold-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function parse(...files: string[]) {
  let [stdout, stderr] = ["", ""];
  const code = await run(["parse", ...files], {
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
  });
  return { code, stdout, stderr };
}

describe("ninefold parse", () => {
  it("prints one page as an object, with the columns of the data", async () => {
    const { code, stdout, stderr } = await parse(leeds);
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({
      gss_code: "E08000035",
      council: "Leeds",
      kind: "formal",
      rating: "Good",
      score_pct: 70,
      published: "2025-10-15",
      scores: [3, 2, 3, 3, 3, 2, 3, 3, 3],
      page: "summary",
      partial: false,
      places: { rating: 'line 11: item 1 of the list under "Local authority rating and score"' },
      problems: [],
    });
  });

  it("prints a statement's page as a row with one score", async () => {
    const { code, stdout } = await parse(statement);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      council: "Camden",
      rating: null,
      scores: [null, null, null, 4, null, null, null, null, null],
      page: "statement",
      partial: true,
    });
  });

  it("prints the good pages of several, and says on which line the others are wrong", async () => {
    const { code, stdout, stderr } = await parse(leeds, five, statement);
    expect(code).toBe(1);
    expect((JSON.parse(stdout) as { council: string }[]).map(({ council }) => council)).toEqual([
      "Leeds",
      "Camden",
    ]);
    expect(stderr).toBe(`${five}:20: qs5: expected 1, 2, 3 or 4: 5\n${five}: qs5: not found\n`);
  });

  it("prints nothing of a single page that is no row", async () => {
    const { code, stdout, stderr } = await parse(five);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("qs5: expected 1, 2, 3 or 4: 5");
  });

  it("says what is wrong with a file as a file", async () => {
    const files = ["missing.html", "large.html", "latin.html"].map((f) => path.join(folder, f));
    writeFileSync(files[1], "x".repeat(2_000_000));
    writeFileSync(files[2], Buffer.from([0x3c, 0xe9]));
    const { code, stdout, stderr } = await parse(...files, folder);
    expect([code, stdout]).toEqual([1, "[]\n"]);
    const [missing, large, latin, directory] = stderr.split("\n");
    expect(missing).toMatch(/missing\.html: cannot be read: ENOENT/);
    expect(large).toBe(`${files[1]}: page: expected at most 1200000 bytes: 2000000`);
    expect(latin).toBe(`${files[2]}: page: expected UTF-8`);
    expect(directory).toBe(`${folder}: page: expected a file, not a directory`);
  });

  it("reads neither a device nor a pipe, and waits for neither", async () => {
    const pipe = path.join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    const link = path.join(folder, "link");
    symlinkSync(pipe, link);
    const files = ["/dev/zero", pipe, link, leeds];
    const { code, stdout, stderr } = await parse(...files);
    expect([code, (JSON.parse(stdout) as unknown[]).length]).toEqual([1, 1]);
    expect(stderr.trimEnd().split("\n")).toEqual(
      files.slice(0, 3).map((file) => `${file}: page: expected a file, not a device or a pipe`),
    );
  });

  it("reads standard input to its end, but not one without end", () => {
    const parseInput = (input: string) =>
      spawnSync(
        process.execPath,
        [
          "--import",
          "tsx",
          "-e",
          'import("./src/cli/main.js").then((m) => m.main(["parse", "-"]))',
        ],
        { cwd: repository, input, encoding: "utf8" },
      );
    const good = parseInput(readFileSync(leeds, "utf8"));
    expect(good.stderr).toBe("");
    expect(JSON.parse(good.stdout)).toMatchObject({ council: "Leeds" });
    const endless = parseInput("x".repeat(3_000_000));
    expect([endless.status, endless.stderr]).toEqual([
      1,
      "-: page: expected at most 1200000 bytes\n",
    ]);
  });

  it("takes the month of a page without a date from where it was saved", async () => {
    const reports = "https://www.cqc.org.uk/care-services/local-authority-assessment-reports";
    const undated = path.join(folder, "undated.txt");
    writeFileSync(
      undated,
      "Derby City Council: local authority assessment\n\nSafeguarding\nScore: 2\n2 - Evidence shows some shortfalls\n",
    );
    const asked = await parse(undated);
    expect([asked.code, asked.stdout]).toEqual([1, ""]);
    expect(asked.stderr).toContain("give --address, where it was saved from");
    const { code, stdout } = await parse(undated, "--address", `${reports}/derby-0625/theme3/safe`);
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      expect.objectContaining({
        council: "Derby",
        published: "2025-06",
        published_from: "address",
        partial: true,
      }),
    ]);
    const other = await parse(undated, "--address", `${reports}/leeds-0625-theme3-safe`);
    expect(other.stderr).toContain("slug: is of another council than the page: leeds-0625");
    for (const [files, address, problem] of [
      [[undated], "derby-0625", "--address: expected where the page was saved from"],
      [[undated], "file:///etc/passwd", "--address: expected where the page was saved from"],
      [[undated, leeds], `${reports}/derby-0625`, "--address: needs a single FILE"],
    ] as const) {
      const refused = await parse(...files, "--address", address);
      expect([refused.code, refused.stdout]).toEqual([2, ""]);
      expect(refused.stderr).toContain(problem);
    }
    // An address that is not of a report says nothing of a date.
    const press = await parse(
      undated,
      "--address",
      "https://www.cqc.org.uk/press-release/derby-0625",
    );
    expect(press.stderr).toBe(`${undated}:1: published: no date below the title\n`);
  });

  it("shows no control character of a page on a terminal", async () => {
    const file = path.join(folder, "escape.html");
    writeFileSync(file, "<h1>\u001b[31mX\u202e: local authority assessment</h1>");
    const { stdout, stderr } = await parse(file);
    expect(stdout + stderr).not.toMatch(/[\u001b\u202e]/);
    expect(stderr).toContain("council: no council goes by this name: \\x1b[31mX\\u{202e}");
  });

  it("needs a file", async () => {
    expect((await parse()).code).toBe(2);
  });
});
