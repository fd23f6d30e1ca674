import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { claims } from "../../src/councils/claims/claims.js";
import { run } from "../../src/cli/main.js";
import { textTable, wrap } from "../../src/cli/textTable.js";

async function ninefold(...argv: string[]) {
  let [stdout, stderr] = ["", ""];
  const code = await run(argv, {
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
  });
  return { code, stdout, stderr };
}

describe("ninefold claims", () => {
  it("prints every claim with its verdict, no wider than asked", async () => {
    const { code, stdout, stderr } = await ninefold("claims");
    expect([code, stderr]).toEqual([0, ""]);
    for (const { id } of claims) expect(stdout).toMatch(new RegExp(`^${id} `, "m"));
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(
      process.stdout.columns || 100,
    );
    expect(stdout).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
    const words = stdout.replace(/\s+/g, " ");
    expect(words).toContain("An interval describes a hypothetical repeat of the rating process");
    expect(words).toContain("72 of 153 councils");
  });

  it("prints only JSON with --json, also of a few assessments", async () => {
    const dir = mkdtempSync(path.join(tmpdir(), "ninefold-test-"));
    const file = readFileSync(new URL("../../data/assessments.csv", import.meta.url), "utf8");
    // The header, the five pilots and the first ten formal assessments.
    writeFileSync(path.join(dir, "assessments.csv"), file.split("\n").slice(0, 16).join("\n"));
    const { code, stdout, stderr } = await ninefold("claims", "--data", dir, "--json");
    rmSync(dir, { recursive: true });
    expect([code, stderr]).toEqual([0, ""]);
    const printed = JSON.parse(stdout) as { schema: string; claims: Record<string, unknown>[] };
    expect(printed.schema).toBe("ninefold.claims/1");
    expect(printed.claims.map(({ id }) => id)).toEqual(claims.map(({ id }) => id));
    for (const claim of printed.claims)
      expect(Object.keys(claim)).toEqual(
        expect.arrayContaining(["text", "by", "kind", "rule", "verdict", "evidence", "seed"]),
      );
  });

  it("says in one line what is wrong", async () => {
    const { code, stdout, stderr } = await ninefold("claims", "--data", "/nowhere/at/all");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^[^\n]*nowhere[^\n]*\n$/);
  });
});

describe("a table of text", () => {
  it("wraps at spaces, cuts what is too long, and keeps an empty cell", () => {
    expect(wrap("one two three", 7)).toEqual(["one two", "three"]);
    expect(wrap("abcdefghij kl", 4)).toEqual(["abcd", "efgh", "ij", "kl"]);
    expect(wrap("", 4)).toEqual([""]);
  });

  it("gives what fixed columns leave to the others", () => {
    const table = textTable(
      [
        { label: "Id", cells: ["A", "B"], width: 2 },
        { label: "Words", cells: ["a long sentence that wraps", "short"], width: null },
      ],
      20,
    );
    expect(table).toBe(
      [
        "Id  Words",
        "--  ----------------",
        "A   a long sentence",
        "    that wraps",
        "",
        "B   short",
        "",
      ].join("\n"),
    );
  });
});
