import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../src/cli/main.js";
import { dataFolder } from "../cqc/refresh/madeUpData.js";
import { siteOf, startSite, type MadeUpSite } from "../cqc/refresh/madeUpSite.js";

async function ninefold(...argv: string[]) {
  let [stdout, stderr] = ["", ""];
  const code = await run(argv, {
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
  });
  return { code, stdout, stderr };
}

let site: MadeUpSite;
let dir: string;
const barnet = {
  council: "Barnet",
  slug: "barnet-0126",
  scores: "333333333",
  published: "2026-01-16",
};
beforeEach(async () => {
  site = await startSite(siteOf([barnet]));
  dir = dataFolder([
    "E10000016,Kent,formal,published,medium,Good,,2026-05,,,,,,,,,,https://example.org/,press,",
  ]);
});
afterEach(async () => {
  await site.close();
  rmSync(dir, { recursive: true });
});

describe("ninefold refresh", () => {
  it("shows a diff, as text or as JSON, and writes when asked", async () => {
    const args = ["refresh", "--from", site.origin, "--data", dir];
    const dry = await ninefold(...args, "--dry-run");
    expect([dry.code, dry.stderr]).toEqual([0, ""]);
    expect(dry.stdout.split("\n")).toEqual([
      expect.stringMatching(/^new: Barnet \(E09000003\), formal, 2026-01-16: http:/),
      "  rating: (blank) -> Good (new)",
      "  score_pct: (blank) -> 75 (new)",
      "  published: (blank) -> 2026-01-16 (new)",
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => `  qs${i}: (blank) -> 3 (new)`),
      "1 new, 0 changed, 0 withdrawn, 0 contradicted, 0 the same, 0 not read",
      "",
    ]);
    expect(existsSync(join(dir, "raw"))).toBe(false);
    const { stdout } = await ninefold(...args, "--json", "--contact", "https://example.org/about");
    expect(JSON.parse(stdout)).toMatchObject({
      schema: "ninefold.refresh/1",
      from: site.origin,
      items: [{ what: "new", gssCode: "E09000003" }],
      problems: [],
      written: [],
    });
    expect(site.requests.at(-1)!.headers["user-agent"]).toMatch(
      /^ninefold\/[\d.]+ \(\+https:\/\/example\.org\/about\)$/,
    );
    writeFileSync(
      join(dir, "published_totals.csv"),
      [
        "as_at,kind,reports,inadequate,requires_improvement,good,outstanding,said_by,source_url,note",
        "2026-01-31,counted,1,,,,,CQC,,",
        "2026-06,expected,4,,,,,CQC,,\n",
      ].join("\n"),
    );
    const accepted = await ninefold(...args, "--accept");
    // Kent is known by its rating alone, Barnet by its page.
    expect(accepted.stdout).toMatch(
      new RegExp(
        "\\nwritten: assessments\\.csv, datapackage\\.json\\n" +
          "coverage before: 1 of 153 councils with a rating, 0 with every score, 0 of high confidence\\n" +
          "coverage now: 2 of 153 councils with a rating, 1 with every score, 1 of high confidence\\n" +
          "control totals: 1 of 2 met, 0 before\\n" +
          "  CQC: 4 expected by June 2026: short by 2: so many are missing\\n" +
          "verdicts: \\d+ of \\d+ changed\\n",
      ),
    );
    expect(readFileSync(join(dir, "assessments.csv"), "utf8")).toContain("E09000003,Barnet");
  });

  it("exits with 1 for a contradiction, a line each", async () => {
    const page = Object.keys(site.answers).find((path) => path.endsWith("/summary"))!;
    site.answers[page] = String(site.answers[page]).replace("scored 75", "scored 78");
    const { code, stdout, stderr } = await ninefold(
      "refresh",
      "--from",
      site.origin,
      "--data",
      dir,
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/0 new, 0 changed, 0 withdrawn, 1 contradicted/);
    expect(stderr).toMatch(/^contradicted: [^\n]*expected 75, as the scores add to 27[^\n]*\n$/);
  });

  it("exits with 2 where the command is wrong", async () => {
    for (const [args, what] of [
      [["--dry-run", "--accept"], "--accept: not together with --dry-run"],
      [["--settle", "E09000003"], "--settle: needs --accept"],
      [["--from", "file:///etc/passwd"], "--from: expected an address"],
      [["--from", "https://user:secret@example.org"], "--from: expected an address"],
      [["--contact", "me\nand you"], "--contact: expected an address"],
      [["--pages", "0"], "--pages"],
    ] as const) {
      const { code, stderr } = await ninefold(
        "refresh",
        "--from",
        site.origin,
        "--data",
        dir,
        ...args,
      );
      expect([code, stderr]).toEqual([2, expect.stringContaining(what)]);
    }
    const nowhere = await ninefold("refresh", "--from", site.origin, "--data", join(dir, "none"));
    expect([nowhere.code, nowhere.stderr]).toEqual([
      2,
      `${join(dir, "none")}: no such directory\n`,
    ]);
    expect(site.requests).toEqual([]);
  });
});
