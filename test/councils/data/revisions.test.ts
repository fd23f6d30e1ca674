import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { revisions } from "../../../src/councils/analysis/revisions.js";
import { compareAssessments } from "../../../src/councils/data/compareAssessments.js";
import { csvField, editCsv } from "../../../src/csvText.js";
import type { Revision } from "../../../src/councils/data/dataset.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { validateDirectory } from "../../../src/councils/data/validateDirectory.js";
import { aboutData } from "../../../src/councils/pages/about.js";
import { revisionsTable } from "../../../src/councils/tables/revisionsTable.js";
import { madeUp, scheme, schemes } from "../../madeUp.js";

const dir = mkdtempSync(join(tmpdir(), "ninefold-revisions-"));
afterAll(() => rmSync(dir, { recursive: true }));

const assessments = readFileSync("data/assessments.csv", "utf8").split("\n")[0];
const revisionColumns = readFileSync("data/revisions.csv", "utf8").split("\n")[0];

/** What is wrong with a folder of one assessment of Barnet and these revisions of it. */
function problems(...rows: string[]): readonly string[] {
  const row =
    "E09000003,Barnet,formal,revised,high,Good,64,2025-01,2,2,2,3,3,2,3,3,3,https://example.org/,made up,";
  writeFileSync(join(dir, "assessments.csv"), `${assessments}\n${row}\n`);
  writeFileSync(join(dir, "revisions.csv"), [revisionColumns, ...rows, ""].join("\n"));
  return validateDirectory(dir).problems.map((problem) => problem.slice(dir.length + 1));
}
const revision = (values: string, key = "E09000003,Barnet,formal,2025-01") =>
  `${key},${values},2025-06-01,https://example.org/,`;

describe("revisions.csv", () => {
  it("is valid where its last values are those of today, and may be empty", () => {
    expect(problems()).toEqual([]);
    expect(
      problems(
        revision("rating,revision,Requires improvement,Good"),
        revision("score_pct,revision,62,"),
        // Twice: only the last must hold.
        revision("qs1,revision,3,1"),
        revision("qs1,correction,1,2").replace("2025-06-01", "by 2026-01-01"),
      ),
    ).toEqual([]);
  });

  it("is held to the assessments, to what their columns hold and to its words", () => {
    expect(
      problems(
        revision("rating,revision,Good,Outstanding"),
        revision("score_pct,revision,101,64"),
        revision("qs1,revision,2,2"),
        revision("qs2,revision,1,2", "E09000003,Barnet,formal,2025-02"),
        revision("qs3,revision,1,2", "E09000004,Barnet,formal,2025-01"),
        revision("note,revision,1,2"),
        revision("qs4,mistake,1,3"),
      ),
    ).toEqual([
      "revisions.csv:2: new: expected Good, as assessments.csv has it: Outstanding",
      "revisions.csv:3: old: expected a whole number from 25 to 100 or blank: 101",
      "revisions.csv:4: new: expected another value than old: 2",
      "revisions.csv:5: published: unknown assessment: E09000003, formal, 2025-02",
      "revisions.csv:6: gss_code: unknown assessment: E09000004",
      "revisions.csv:6: council: expected Bexley, the name of E09000004: Barnet",
      "revisions.csv:6: published: unknown assessment: E09000004, formal, 2025-01",
      expect.stringMatching(/^revisions\.csv:7: field: expected status, rating, .*: note$/),
      "revisions.csv:8: reason: expected revision, withdrawal or correction: mistake",
    ]);
  });

  it("of the repository holds what is known: Swindon raised on review, Bromley withdrawn", () => {
    const { revisions: known } = readDataset();
    expect(
      known.map(({ council, field, reason, old, new: now }) => [council, field, reason, old, now]),
    ).toEqual([
      ["Swindon", "rating", "revision", "Requires improvement", "Good"],
      ["Swindon", "score_pct", "revision", "62", null],
      ["Bromley", "status", "withdrawal", "published", "withdrawn"],
    ]);
  });

  it("of the repository is not taken for somebody else's", () => {
    expect(readDataset({ dir: "test/cases/data/passes-every-sum" }).revisions).toEqual([]);
  });
});

describe("undoing revisions", () => {
  it("gives the values as first published, as far as they are known", () => {
    const before = readDataset({ withoutRevisions: true });
    const named = (name: string) => before.assessments.find(({ council }) => council === name);
    // 62 stands for a sum of 22, the highest that requires improvement.
    expect(named("Swindon")).toMatchObject({
      ...{ status: "published", rating: "Requires improvement", percentage: 62, sum: 22 },
    });
    expect(named("Bromley")).toMatchObject({ status: "published", percentage: 56 });
    expect(before.revisions).toEqual([]);
    const after = readDataset();
    const { added, gone, changed } = compareAssessments(
      before.assessments,
      after.assessments,
      schemes,
    );
    expect([added, gone]).toEqual([[], []]);
    expect(
      changed.map(({ council, values }) => [council, values.map(({ field }) => field)]),
    ).toEqual([
      ["Bromley", ["status"]],
      ["Swindon", ["status", "rating", "score_pct"]],
    ]);
  });

  it("goes from the last to the first, and forgets what cannot go with the earlier word", () => {
    problems(
      revision("qs1,correction,1,3"),
      revision("rating,revision,Requires improvement,Good"),
      revision("qs1,revision,3,2").replace("2025-06-01", "2025-07-01"),
    );
    const [before] = readDataset({ dir, withoutRevisions: true }).assessments;
    // With 1 for 2 the nine scores add to 22, 62%: the 64% of today is not of then.
    expect([before.status, before.rating, before.percentage, before.sum]).toEqual([
      "published",
      "Requires improvement",
      null,
      22,
    ]);
    expect(before.scores[0]).toBe(1);
  });
});

describe("assessments of two datasets", () => {
  it("are the same by council, kind and date, then by council and kind", () => {
    const [one, two] = madeUp(["333333333", "222222222"]).assessments;
    const later = { ...one, published: "2029-01-01" };
    const dated = { ...two, published: "2025-01" };
    expect(compareAssessments([one, two], [later, one, dated], schemes)).toMatchObject({
      added: [{ council: "Council 1", published: "2029-01-01" }],
      gone: [],
      changed: [
        {
          council: "Council 2",
          values: [{ field: "published", old: "2025-01-01", new: "2025-01" }],
        },
      ],
    });
    expect(compareAssessments([one, two], [one], schemes)).toMatchObject({
      added: [],
      gone: [{ council: "Council 2" }],
    });
  });
});

/** Three councils: the first's word and two scores revised, the second corrected, the third withdrawn. */
const changed = () => {
  const dataset = madeUp(["333333333", "222222222", "222222222"], (i) =>
    i === 2 ? { status: "withdrawn" } : {},
  );
  const row = (
    i: number,
    field: string,
    reason: Revision["reason"],
    old: string,
    now: string,
  ): Revision => ({
    gssCode: dataset.assessments[i].gssCode,
    gss_code: dataset.assessments[i].gssCode,
    council: dataset.assessments[i].council,
    scheme: scheme.id,
    ...{ kind: "formal", published: "2025-01-01", field, reason, old, new: now },
    ...{ date: "by 2025-06-01", sourceUrl: "https://example.org/", note: null },
  });
  return {
    ...dataset,
    revisions: [
      row(0, "rating", "revision", "Requires improvement", "Good"),
      row(0, "qs1", "revision", "2", "3"),
      row(0, "qs2", "revision", "2", "3"),
      row(1, "qs3", "correction", "3", "2"),
      row(2, "rating", "revision", "Good", "Requires improvement"),
      row(2, "status", "withdrawal", "published", "withdrawn"),
    ],
  };
};

describe("what changed since first publication", () => {
  it("is counted by assessment, and said in one sentence", () => {
    expect(revisions(changed())).toMatchObject({
      ...{ words: 2, otherReports: 0, withdrawals: 1, corrections: 1 },
    });
    const said = (dataset: Parameters<typeof aboutData>[0]) => aboutData(dataset, "all")[0];
    expect(said(changed())).toMatch(
      / The data record 2 ratings revised by CQC, 1 report withdrawn and 1 value corrected since first publication\.$/,
    );
    const unsure = changed();
    const [first, ...others] = unsure.assessments;
    expect(said({ ...unsure, assessments: [{ ...first, confidence: "low" }, ...others] })).toMatch(
      / 1 rating revised by CQC, 1 report withdrawn, 1 report said to be revised and /,
    );
    expect(said(madeUp(["333333333"]))).not.toContain("The data record");
    expect(said(readDataset())).toMatch(
      / The data record 1 report said to be revised and 1 said to be withdrawn since first publication\.$/,
    );
  });

  it("is a table with both values, but for a word that is no fact about a council", () => {
    const { rows } = revisionsTable(revisions(changed()), { source: "made up" }).data;
    expect(rows.map(({ council, field, old, new: now }) => [council, field, old, now])).toEqual([
      ["Council 1", "Rating", "Requires improvement", "Good"],
      ["Council 1", "Score on assessing needs", "2", "3"],
      ["Council 1", "Score on healthier lives", "2", "3"],
      ["Council 2", "Score on equity", "3", "2"],
      ["Council 3", "Rating", "not stated", "not stated"],
      ["Council 3", "Status of the report", "published", "withdrawn"],
    ]);
    expect(rows[0].reason).toBe("Revised by CQC, by 1 June 2025");
    const real = revisionsTable(revisions(readDataset()), { source: "CQC" });
    const told = real.data.rows.map(({ council, field, reason }) => [council, field, reason]);
    // Its rating and its percentage changed: that either did is not told.
    expect(told).toEqual([
      ["Swindon", "The report, not confirmed", "Reported revised, date not known"],
      ["Bromley", "Status of the report", "Reported withdrawn, about 2 February 2026"],
    ]);
    // Its row is withdrawn with low confidence; the made-up one's is not.
    const ofBromley = real.data.rows.find(({ council }) => council === "Bromley")!;
    expect(ofBromley.why).toBe("Reported withdrawn");
    expect(rows[5].why).toBe("Withdrawn by CQC");
    expect(JSON.stringify(real)).not.toMatch(/Requires improvement|"Good"|"62"/);
    expect(revisionsTable(revisions(madeUp([])), { source: "none" }).scope).toMatch(
      /^0 changes in 0/,
    );
  });
});

describe("CSV", () => {
  it("quotes what must be quoted", () => {
    expect(["a", "", 'a,"b"', "a\nb", " a"].map(csvField)).toEqual([
      "a",
      "",
      '"a,""b"""',
      '"a\nb"',
      '" a"',
    ]);
  });
  it("is edited by record, with the line ends and the bytes that it has", () => {
    const text = 'h,i\r\n"1\r\n2",a\r\n3,"b"\r\n\r\n';
    expect(editCsv(text, [1, 2, 4], new Map(), [])).toBe(text);
    expect(editCsv(text, [1, 2, 4], new Map([[2, [null, "c,d"]]]), [[5, "e"]])).toBe(
      'h,i\r\n,"c,d"\r\n3,"b"\r\n5,e\r\n',
    );
    expect(editCsv("h\na", [1, 2], new Map(), [["b"]])).toBe("h\na\nb\n");
  });
});
