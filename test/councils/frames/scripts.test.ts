import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { danfo } from "./danfo.js";
import { reference } from "./reference.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Runs a script of notebooks/ as `npx tsx` would. */
function run(script: string, ...options: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...options, "--import", "tsx", `notebooks/${script}`],
    { cwd: root, encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

/** The cells of every printed table row, without the frame that is drawn around them. */
function cells(printed: string): string[][] {
  return printed
    .split("\n")
    .filter((line) => /^[│║]/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split("│")
        .map((cell) => cell.trim().replace(/^'(.*)'$/, "$1")),
    );
}

/** Group, councils, lowest and highest sum; names cut short as danfo.js prints them. */
const groups = (printed: string) =>
  cells(printed)
    .filter((row) => row.length === 6 && /^\d+$/.test(row[2]))
    .map(([, name, councils, , lowest, highest]) => [name.slice(0, 15), councils, lowest, highest]);

const explore = run("explore.ts");

describe("notebooks/explore.ts", () => {
  it("says what the tables are of, and prints them", () => {
    const { status, stdout, stderr } = explore;
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      /^Data of \d{4}-\d\d-\d\d: 72 of 153 councils, reports to 2025-10-03\.\n/,
    );
    expect(stdout).toMatch(/^Left out: 5, a pilot, with an indicative rating\.$/m);
    expect(stdout).not.toMatch(/NaN|undefined/);
    const rows = groups(stdout);
    expect(rows).toHaveLength(4 + 9);
    const { byWord, byRegion, below3 } = reference.complete;
    const expected = [
      ...["Inadequate", "Requires improvement", "Good", "Outstanding"].map(
        (word) => [word, byWord[word]] as const,
      ),
      ...Object.entries(byRegion).sort(([a], [b]) => a.localeCompare(b)),
    ];
    expect(rows).toEqual(
      expected.map(([name, { n, min, max }]) => [name.slice(0, 15), ...[n, min, max].map(String)]),
    );
    const scores = cells(stdout).filter(([, statement]) => statement?.startsWith("qs"));
    expect(scores.map(([, id, known, , below]) => [id, known, below])).toEqual(
      Object.entries(below3).map(([id, below]) => [id, "72", String(below)]),
    );
  });
});

describe("notebooks/frames.ts", () => {
  it.runIf(danfo)("gives the counts and spreads that the Arquero tables give", () => {
    const { status, stdout } = run("frames.ts");
    expect(status).toBe(0);
    expect(stdout).not.toMatch(/NaN|undefined/);
    const rows = groups(stdout);
    expect(rows).toHaveLength(4 + 9);
    expect(rows).toEqual(groups(explore.stdout));
    expect(stdout.split("\n", 1)).toEqual(explore.stdout.split("\n", 1));
  });

  it("ends with one line where danfojs-node is not installed", () => {
    const hook = `export function resolve(specifier, context, next) {
      if (specifier !== "danfojs-node") return next(specifier, context);
      throw Object.assign(new Error("Cannot find package"), { code: "ERR_MODULE_NOT_FOUND" });
    }`;
    const without = `import { register } from "node:module"; register(${JSON.stringify(
      `data:text/javascript,${encodeURIComponent(hook)}`,
    )});`;
    const ended = run(
      "frames.ts",
      "--import",
      `data:text/javascript,${encodeURIComponent(without)}`,
    );
    expect(ended).toEqual({
      status: 1,
      stdout: "",
      stderr: "notebooks/frames.ts needs danfojs-node, which is not installed: run npm ci\n",
    });
  });
});
