import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { run } from "../../src/cli/main.js";

async function ninefold(...argv: string[]) {
  let [stdout, stderr] = ["", ""];
  const code = await run(argv, {
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
  });
  return { code, stdout, stderr };
}

it("ninefold revisions shows what Swindon's and Bromley's changes do to the numbers", async () => {
  const { code, stdout, stderr } = await ninefold("revisions");
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toContain(
    [
      "Assessments: 0 added, 0 gone, 4 values changed",
      "  Bromley, formal: status: published -> withdrawn (low confidence)",
      "  Swindon, formal: status: published -> revised (low confidence)",
      "  Swindon, formal: rating: Requires improvement -> Good (low confidence)",
      "  Swindon, formal: score_pct: 62 -> not known (low confidence)",
    ].join("\n"),
  );
  // By hand: without Bromley there is one word fewer, of which Swindon's is Good now.
  expect(stdout).toContain(
    "all known: councils rated Requires improvement: 48 of 117 councils -> 46 of 116 councils",
  );
  expect(stdout).toContain("all known: councils rated Good: 63 of 117 councils -> 64 of 116");
  // Swindon's 62 was one point from Good.
  expect(stdout).toContain("all known: councils near a higher word: 8 of 87 councils -> 7 of 85");
  expect(stdout).not.toMatch(/complete set: |NaN|undefined|null|\[object/);
  expect(stdout).toMatch(/Claims: \d+ of 25 verdicts changed/);
  expect(stdout).toContain("An interval describes a hypothetical repeat");
}, 120_000);

it("ninefold revisions compares two folders as JSON, and says in one line what is wrong", async () => {
  const dir = mkdtempSync(path.join(tmpdir(), "ninefold-vintage-"));
  try {
    const lines = readFileSync(
      new URL("../../data/assessments.csv", import.meta.url),
      "utf8",
    ).split("\n");
    // The header, the pilots and the first ten formal assessments; in the later data nine of them.
    for (const [name, end] of [
      ["a", 16],
      ["b", 15],
    ] as const) {
      const folder = path.join(dir, name);
      mkdirSync(folder);
      writeFileSync(path.join(folder, "assessments.csv"), lines.slice(0, end).join("\n"));
    }
    const args = [
      "revisions",
      "--from",
      path.join(dir, "a"),
      "--to",
      path.join(dir, "b"),
      "--json",
    ];
    const { code, stdout } = await ninefold(...args);
    expect(code).toBe(0);
    const council = lines[15].split(",")[1];
    expect(JSON.parse(stdout)).toMatchObject({
      schema: "ninefold.revisions/1",
      undone: false,
      assessments: { added: [], gone: [{ council }], changed: [] },
      claims: 25,
    });
    const wrong = await ninefold("revisions", "--from", path.join(dir, "c"));
    expect([wrong.code, wrong.stderr]).toEqual([2, `${path.join(dir, "c")}: no such directory\n`]);
  } finally {
    rmSync(dir, { recursive: true });
  }
}, 120_000);
