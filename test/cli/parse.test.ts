import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { run } from "../../src/cli/main.js";

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
    expect(directory).toMatch(/cannot be read: EISDIR/);
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
