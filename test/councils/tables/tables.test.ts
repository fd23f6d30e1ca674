import { describe, expect, it } from "vitest";
import { councilProfile } from "../../../src/councils/analysis/councilProfile.js";
import { coverage } from "../../../src/councils/analysis/coverage.js";
import { distribution } from "../../../src/councils/analysis/distribution.js";
import { ladder } from "../../../src/councils/analysis/ladder.js";
import { profile } from "../../../src/councils/analysis/profile.js";
import { select } from "../../../src/councils/analysis/select.js";
import { words } from "../../../src/councils/analysis/words.js";
import { pairs } from "../../../src/councils/analysis/pairs.js";
import { within } from "../../../src/councils/data/within.js";
import { checks } from "../../../src/councils/claims/checks.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { checksTable } from "../../../src/councils/tables/checksTable.js";
import { compareTable } from "../../../src/councils/tables/compareTable.js";
import { distributionChecksTable } from "../../../src/councils/tables/distributionChecksTable.js";
import { eventsTable } from "../../../src/councils/tables/eventsTable.js";
import { lookUpTable } from "../../../src/councils/tables/lookUpTable.js";
import { notesTable } from "../../../src/councils/tables/notesTable.js";
import { sourcesTable } from "../../../src/councils/tables/sourcesTable.js";
import { statementSharesTable } from "../../../src/councils/tables/statementSharesTable.js";
import { wordsTable } from "../../../src/councils/tables/wordsTable.js";
import { madeUp } from "../../madeUp.js";

const dataset = readDataset();
const options = { source: "made up" };

describe("tables", () => {
  it("sets councils side by side with what sources dispute: Warrington 19 or 20, Good from 23", () => {
    const named = ["Warrington", "Blackpool"].map((name) =>
      councilProfile(
        dataset,
        dataset.councils.find((one) => one.name === name)!,
        {
          set: "complete",
        },
      ),
    );
    const { rows } = compareTable(named, options).data;
    expect(rows.map(({ total, points }) => [total, points])).toEqual([
      ["19 or 20", "3 or 4"],
      [12, 2],
    ]);
  });

  it("says the region of each council but on a page of one", () => {
    const isShown = (isOfOneRegion?: boolean) =>
      lookUpTable(
        coverage(within(dataset, { region: "London" }), { set: "all" }),
        isOfOneRegion === undefined ? options : { ...options, isOfOneRegion },
      ).data.columns.find(({ key }) => key === "region")!.isOnlyInCsv !== true;
    expect([isShown(), isShown(true)]).toEqual([true, false]);
  });

  it("gives events by council and date, what is known to a month after its days", () => {
    const { rows } = eventsTable(ladder(dataset), options).data;
    expect(rows.map(({ council, date }) => `${council}: ${date}`)).toEqual([
      "Blackpool: 2025-08-06",
      "Blackpool: 2025-08",
      "Blackpool: by 2025-10-31",
      "Blackpool: due by end 2025-10",
      "Blackpool: 2025-10",
      "Kingston upon Hull: 2025-10-24",
      "Kingston upon Hull: after 2025-10-24",
      "Warrington: 2025-05-22",
      "Warrington: by 2025-08-29",
      "Warrington: by 2025-08-29",
    ]);
  });

  it("gives the words with their bounds, the highest first", () => {
    // Four councils: two Good, one of them of low confidence; one Requires improvement; one unknown.
    const made = madeUp(["333333333", "333333333", "222222222", "........."], (i) =>
      i === 1 ? { confidence: "low" } : {},
    );
    const { n, scope, data } = wordsTable(words(made), options);
    expect(n).toBe(3);
    expect(scope).toContain("of the 2 councils whose rating is not known or not confirmed");
    expect(scope).toContain("3 councils; 1 of their ratings is not confirmed and in no row");
    expect(
      data.rows.map(({ rating, confirmed, low, high }) => [rating, confirmed, low, high]),
    ).toEqual([
      ["Outstanding", 0, 0, 0.5],
      ["Good", 1, 0.25, 0.75],
      ["Requires improvement", 1, 0.25, 0.75],
      ["Inadequate", 0, 0, 0.5],
    ]);
    // Of 153 councils 2 and 63, 1.31% and 41.18%: down and up.
    const [low, high] = data.columns.filter(({ key }) => ["low", "high"].includes(key));
    expect([low.format!(2 / 153), high.format!(63 / 153)]).toEqual(["1%", "42%"]);
  });

  it("tells what is known of each council, and prints no rating that is not confirmed", () => {
    const made = madeUp(
      ["333333333", "222222222", "333333333", ".........", "222222222"],
      (i) =>
        [
          { published: "2025-02-03" },
          { confidence: "low" as const, published: "2026-05" },
          { status: "withdrawn" as const },
          {},
          { status: "withdrawn" as const, confidence: "low" as const },
        ][i],
    );
    const { n, scope, data } = lookUpTable(coverage(made, { set: "all" }), options);
    // Two councils have a known word; the others' reports are withdrawn or not known.
    expect(n).toBe(2);
    expect(scope).toContain("5 councils, by name: no ranking. All reports known.");
    expect(
      data.rows.map(({ council, rating, total, published }) => [council, rating, total, published]),
    ).toEqual([
      ["Council 1", "Good", 27, "2025-02-03"],
      ["Council 2", "Not confirmed", null, "2026-05"],
      ["Council 3", "Report withdrawn", null, null],
      ["Council 4", "Not known here", null, "2025-01-01"],
      ["Council 5", "Reported withdrawn", null, null],
    ]);
  });

  it("leads from each council to its page, and from a name that two have to neither", () => {
    const wayOf = (data: typeof dataset, name: string, given = true) =>
      lookUpTable(coverage(data, { set: "all" }), {
        ...options,
        ...(given && { dataset: data }),
      })
        .data.columns.find(({ key }) => key === "council")!
        .wayInSite?.(name) ?? null;
    expect(wayOf(dataset, "Bath and North East Somerset")).toBe(
      "councils/bath-and-north-east-somerset/",
    );
    expect(wayOf(dataset, "Camden", false)).toBeNull();
    const made = madeUp(["333333333", "222222222", "222222222"]);
    const twice = {
      ...made,
      councils: made.councils.map((one, i) => (i === 0 ? one : { ...one, name: "Twice" })),
    };
    expect([wayOf(twice, "Council 1"), wayOf(twice, "Twice")]).toEqual([
      "councils/council-1/",
      null,
    ]);
  });

  it("gives the distribution on each way to count", () => {
    const made = madeUp(["333333333", "233333333", "222222222"]);
    const checksOf = (data: typeof made) => ({
      words: "All of them",
      distribution: distribution(data),
      profile: profile(data),
    });
    // Sums 27, 26 and 18: mean 23.67; 2 of 3 Good, binom.test(2, 3): .0943 to .9916.
    const { n, data } = distributionChecksTable([checksOf(made), checksOf(madeUp([]))], options);
    expect(n).toBe(3);
    const [of, none] = data.rows;
    expect(of).toMatchObject({
      data: "All of them",
      n: 3,
      mean: 71 / 3,
      common: "18, 26 and 27 (1)",
      good: "67% (9% to 99%)",
      lowest: "Assessing needs (2 of 3)",
    });
    // In files each number has a cell of its own.
    const { "good estimate": share, "good low": low, "good high": high } = of;
    expect([share, low, high].map((x) => Number(x).toFixed(4))).toEqual([
      "0.6667",
      "0.0943",
      "0.9916",
    ]);
    expect([of.lowestName, of.lowestCouncils, of.lowestN]).toEqual(["Assessing needs", 2, 3]);
    const { n: councils, ...others } = none;
    expect(councils).toBe(0);
    expect(new Set(Object.values(others))).toEqual(new Set(["All of them", null]));
  });

  it("gives shares with their intervals, and nothing where nobody has the word", () => {
    // Two Good councils, one with 2 on QS1. binom.test(1, 2): .0126 to .9874; binom.test(0, 2): 0 to .8419.
    const { n, data } = statementSharesTable(pairs(madeUp(["233333333", "333333333"])), options);
    expect(n).toBe(2);
    expect(data.rows[0]).toMatchObject({
      statement: "Assessing needs",
      good: 1,
      goodShare: "50% (1% to 99%)",
      "goodShare estimate": 0.5,
      goodN: 2,
      weak: 0,
      weakShare: null,
    });
    expect(data.rows[1]).toMatchObject({ good: 0, goodShare: "0% (0% to 84%)" });
  });

  it("lists the notes of the assessments used", () => {
    const made = madeUp(["333333333", "222222222"], (i) =>
      i === 1 ? { note: "two sources" } : {},
    );
    const { n, data } = notesTable(select(made, "scores"), options);
    expect(n).toBe(1);
    expect(data.rows).toEqual([{ council: "Council 2", confidence: "high", note: "two sources" }]);
  });

  it("counts rows by their kind of source and confidence", () => {
    const made = madeUp(["333333333", "222222222", "333333333"], (i) =>
      i === 1 ? { sourceKind: "press", confidence: "medium" } : { sourceKind: "CQC" },
    );
    expect(sourcesTable(select(made, "scores"), options).data.rows).toEqual([
      { kind: "CQC", high: 2, medium: 0, low: 0 },
      { kind: "press", high: 0, medium: 1, low: 0 },
    ]);
  });
});

describe("checks", () => {
  const { bySet, runs } = checks(dataset);

  it("take the sets as they are, and doubtful rows another way where that matters", () => {
    expect(runs.map(({ words }) => words)).toEqual([
      "Complete set",
      "Complete set, Warrington's score on care provision as 3, as one of two sources has it",
      "All known",
      "All known, without Hull and East Riding, whose scores are read from words",
    ]);
    // 72 in the complete set; 85 with a known sum, of which the two read from words have scores.
    expect(runs.map(({ figures }) => figures.margins.n)).toEqual([72, 72, 85, 83]);
    expect(runs.map(({ figures }) => figures.pairs.n)).toEqual([72, 72, 81, 79]);
    expect(bySet.complete).toBe(runs[0].figures);
    expect(bySet.all).toBe(runs[2].figures);
  });

  it("are printed beside each other", () => {
    const { n, data } = checksTable(runs, options);
    expect(n).toBe(85);
    expect(data.rows[0]).toMatchObject({ data: "Complete set", n: 72, lose: 18, gain: 4 });
    // R: 334 of 1,008 pairs; a word's share of .314.
    expect(data.rows[0].reversal).toMatch(/^33% \(2[12]% to 4[456]%\)$/);
    expect(data.rows[0].word).toMatch(/^31% \(1[789]% to 4[234]%\)$/);
  });

  it("have nothing to print without data", () => {
    const none = checks(madeUp([]));
    expect(none.runs.map(({ figures }) => figures.margins.n)).toEqual([0, 0]);
    expect(checksTable(none.runs, options).data.rows[0]).toMatchObject({
      reversal: null,
      word: null,
    });
  });
});
