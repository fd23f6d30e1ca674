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
  expect(stdout).toContain("all known: councils near a higher rating: 8 of 87 councils -> 7 of 85");
  expect(stdout).not.toMatch(/complete set: |NaN|undefined|null|\[object/);
  expect(stdout).toMatch(/Claims: \d+ of 25 verdicts changed/);
  expect(stdout).toContain("An interval describes a hypothetical repeat");
});

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
});

it("ninefold revisions --since says what was published, changed and withdrawn after a day", async () => {
  const dir = mkdtempSync(path.join(tmpdir(), "ninefold-since-"));
  try {
    const row = (code: string, name: string, word: string, date: string, rest = "high") =>
      `${code},${name},formal,published,${rest},${word},,${date},,,,,,,,,,https://example.org/,press,`;
    const header = readFileSync(
      new URL("../../data/assessments.csv", import.meta.url),
      "utf8",
    ).split("\n")[0];
    const folder = (rows: readonly string[]) =>
      writeFileSync(path.join(dir, "assessments.csv"), [header, ...rows, ""].join("\n"));
    folder([
      row("E09000003", "Barnet", "Good", "2026-03-31"),
      row("E09000004", "Bexley", "Good", "2026-06-12"),
      row("E09000005", "Brent", "Inadequate", "2026-06", "low"),
      row("E09000007", "Camden", "Good", "2026-05").replace("published,high", "revised,high"),
      row("E09000002", "Barking and Dagenham", "Good", "2026-04").replace(
        "published,",
        "withdrawn,",
      ),
    ]);
    const change = (name: string, code: string, on: string, values: string, date: string) =>
      `${code},${name},formal,${on},${values},${date},https://example.org/,`;
    writeFileSync(
      path.join(dir, "revisions.csv"),
      [
        "gss_code,council,kind,published,field,reason,old,new,date,source_url,note",
        change("Camden", "E09000007", "2026-05", "rating,revision,Inadequate,Good", "2026-06-20"),
        change(
          "Barking and Dagenham",
          "E09000002",
          "2026-04",
          "status,withdrawal,published,withdrawn",
          "about 2026-05-02",
        ),
        "",
      ].join("\n"),
    );
    const since = (day: string, ...more: string[]) =>
      ninefold("revisions", "--to", dir, "--since", day, ...more);
    const june = await since("2026-05-31");
    expect([june.code, june.stderr]).toEqual([0, ""]);
    expect(june.stdout).toContain(
      [
        "against what CQC had published by 31 May 2026, as far as these data know.",
        "",
        "Assessments: 2 added, 0 gone, 2 values changed",
        "  added: Bexley, formal, 12 June 2026: Good",
        "  added: Brent, formal, June 2026 (low confidence)",
        "  Camden, formal, May 2026: status: published -> revised",
        "  Camden, formal, May 2026: rating: Inadequate -> Good",
        "  20 June 2026: Camden: revision of rating",
        "",
      ].join("\n"),
    );
    // On 30 May the month of May has not ended; what happened about 2 May had.
    const may = await since("2026-05-30");
    expect(may.stdout).toContain("  added: Camden, formal, May 2026: Good\n");
    expect(may.stdout).not.toContain("Barking");
    const april = await since("2026-05-01");
    expect(april.stdout).toContain(
      "  about 2 May 2026: Barking and Dagenham: withdrawal of status\n",
    );
    const json = JSON.parse((await since("2026-05-31", "--json")).stdout) as Record<
      string,
      unknown
    >;
    expect(json).toMatchObject({ undone: false, since: "2026-05-31" });
    for (const [args, problem] of [
      [["--since", "2026-02-30"], "--since: expected a day such as 2025-06-01: 2026-02-30"],
      [["--since", "2026-05"], "--since: expected a day such as 2025-06-01: 2026-05"],
      [["--since", "2026-05-31", "--from", dir], "--since: not together with --from"],
    ] as const)
      expect(await ninefold("revisions", ...args)).toMatchObject({
        code: 2,
        stderr: `${problem}\n`,
      });
  } finally {
    rmSync(dir, { recursive: true });
  }
});
