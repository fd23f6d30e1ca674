import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrintedClaims } from "../../src/cli/claims.js";
import { packageFolder } from "../../src/packageFolder.js";
import { buildPackage, type BuiltPackage } from "../builtPackage.js";

/** `ninefold claims FILE`, as a researcher with a file of their own meets it. */

// A path with a space and letters beyond ASCII.
const top = mkdtempSync(path.join(tmpdir(), "ninefold-own-"));
const folder = path.join(top, "Anträge 2026");
let built: BuiltPackage;

beforeAll(async () => {
  built = await buildPackage();
  mkdirSync(folder);
});
afterAll(() => {
  built.remove();
  rmSync(top, { recursive: true });
});

function write(name: string, content: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** The file of the guide for researchers: its first block of TypeScript. */
function example(): string {
  const guide = readFileSync(path.join(packageFolder, "docs", "claims.md"), "utf8");
  return /^```ts\n([^]*?)^```/m.exec(guide)![1];
}

const claim = (id: string, test: string, more = "") => `
export const ${id.toLowerCase()} = {
  id: "${id}",
  text: "Something is so.",
  by: "A question of ours",
  kind: "exploratory",
  quantity: "a share",
  unit: "share",
  sensitivities: [],
  rule: rules.intervalAbove(0.5),
  ${more}
  test(dataset, options) {
    ${test}
  },
};`;
const imports = `import { rules, select, toEvidence } from "ninefold";\n`;
const evidence = `return toEvidence(select(dataset, "scores", options), {
      estimate: 0.7, interval: [0.6, 0.8], intervalMethod: "95%, made up" });`;

describe("ninefold claims FILE", () => {
  it("tests the worked example of the guide, and prints it like the others", async () => {
    const file = write("my-claim.ts", example());
    const { code, stdout, stderr } = await built.run("claims", file);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n")[0]).toMatch(/^ +Claim +Verdict +Evidence +On other data/);
    expect(stdout).toMatch(/^D1 /m);
    expect(stdout).not.toMatch(/^C1 /m);
    const json = await built.run("claims", file, "--json");
    const { schema, claims } = JSON.parse(json.stdout) as PrintedClaims;
    expect(schema).toBe("ninefold.claims/1");
    expect(claims.map(({ id }) => id)).toEqual(["D1"]);
    const { complete } = JSON.parse(
      readFileSync(path.join(packageFolder, "test/reference/driftRegionsContext.json"), "utf8"),
    ) as { complete: { deprivation: { n: number; tauB: number } } };
    expect(claims[0].evidence.n).toBe(complete.deprivation.n);
    expect(claims[0].evidence.estimate).toBeCloseTo(complete.deprivation.tauB, 12);
  });

  it("says what each wrong claim does wrong, and tests the others", async () => {
    const file = write(
      "wrong.mjs",
      [
        imports,
        claim("A", evidence),
        claim("B", "for (;;);"),
        claim("D", "throw new Error('no such thing');"),
        claim("E", "process.exit(0);"),
        claim("F", `console.log("said"); ${evidence}`),
        claim("G", "return { estimate: NaN };"),
      ].join("\n"),
    );
    const { code, stdout, stderr } = await built.run("claims", file, "--json", "--timeout", "5");
    expect(code).toBe(1);
    const { claims } = JSON.parse(stdout) as PrintedClaims;
    expect(claims.map(({ id, verdict }) => [id, verdict])).toEqual([
      ["A", "supported"],
      ["F", "supported"],
    ]);
    const lines = stderr.trim().split("\n");
    const line = readFileSync(file, "utf8")
      .split("\n")
      .findIndex((one) => one.includes("no such"));
    // What a claim prints comes from a process of its own, before or after what is said of others.
    expect(lines).toContain("said");
    const told = lines.filter((one) => one !== "said");
    expect(told).toEqual([
      `${file}: claim B: not done within 5 seconds: --timeout allows more`,
      expect.stringContaining(`${file}:${line + 1}:`) as string,
      `${file}: claim E: it ended the run, as process.exit() does`,
      `${file}: claim G: evidence.estimate: not a finite number: NaN`,
    ]);
    expect(told[1]).toMatch(/: claim D: no such thing$/);
  });

  it.each([
    ["syntax.ts", "export const a = {;\n", /^[^\n]*syntax\.ts:1:\d+: [^\n]+\n$/],
    [
      "nothing.ts",
      "export const a: number = 1;\n",
      /nothing\.ts: expected an export made by toClaim/,
    ],
    ["package.js", 'import "not-a-package";\n', /^[^\n]*package\.js[^\n]*not-a-package[^\n]*\n$/],
    [
      "said.js",
      imports + claim("A", evidence).replace("A question of ours", "Somebody"),
      /said\.js[^\n]*: claim A: by: expected who said it, with an address and a date, or "A question of ours": Somebody\n$/,
    ],
  ])("refuses %s in one line", async (name, content, message) => {
    const { code, stdout, stderr } = await built.run("claims", write(name, content));
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  it("refuses what is no file", async () => {
    const folderGiven = await built.run("claims", folder);
    expect([folderGiven.code, folderGiven.stderr]).toEqual([2, `${folder}: expected a file\n`]);
  });
});
