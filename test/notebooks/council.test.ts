import path from "node:path";
import { describe, expect, it, test } from "vitest";
import { readDataset } from "../../src/data/readDataset.js";
import type { Dataset } from "../../src/data/dataset.js";
import { runNotebook } from "../../src/notebook/run.js";
import type { Block, Report } from "../../src/report/block.js";
import { visibleText } from "./visibleText.js";
import { madeUp } from "../madeUp.js";

const file = path.join(import.meta.dirname, "..", "..", "notebooks", "council.html");
const real = readDataset();
const run = (council: string | null, dataset: Dataset = real): Promise<Report> =>
  runNotebook(file, { dataset, params: { set: "complete", council } });
const kinds = ({ blocks }: Report) => blocks.map((block: Block) => block.kind);
const ids = ({ blocks }: Report) =>
  blocks.flatMap((block) => (block.kind === "figure" || block.kind === "table" ? [block.id] : []));

/** Nothing unknown shows through, and nothing that the house rules bar. */
function expectSound(text: string): void {
  expect(text).not.toMatch(/NaN|undefined|\bnull\b|Infinity|\[object/);
  expect(text).not.toMatch(
    /\b1 (?:other )?(?:councils|points|scores|measures|others|statements)\b/,
  );
  expect(text).not.toMatch(/\bsignificant\b(?! shortfalls)|manipulat|\bpoor\b|\bfail|\bworst\b/i);
}

describe("what the page says of each kind of council", () => {
  // Each sentence was worked by hand from the council's rows in data/.
  it.each<readonly [kind: string, name: string, says: readonly string[], not: readonly string[]]>([
    [
      "all known, Outstanding",
      "Camden",
      [
        "CQC rated Camden Outstanding. It published the report on 28 February 2025.",
        // 3+3+4+3+4+4+3+4+4 = 32, the lowest that is Outstanding.
        "Its nine scores add up to 32 of 36. CQC's percentage is 89%. Outstanding covers sums from 32 to 36. 1 point fewer would carry Good.",
        "no score is below CQC's good standard (3), 4 are at it and 5 are above it.",
        "Against its region, London, and its type, London borough, which are the same councils here (16 other councils with nine scores).",
        "Up: No word is higher. Down: One point fewer on any one statement would carry Good. All 9 statements could fall.",
        "none is above England's value, 4 are below and 8 are not distinguishable from it.",
        "None found in what could be read, which is not the same as none.",
      ],
      ["more on any"],
    ],
    [
      "all known, Good",
      "E10000015",
      [
        "CQC rated Hertfordshire Good. It published the report in May 2024.",
        // 32 - 28 = 4 up; 28 - 22 = 6 down.
        "Its nine scores add up to 28 of 36. CQC's percentage is 78%. Good covers sums from 23 to 31. 4 points more on any statements would carry Outstanding. 6 points fewer would carry Requires improvement.",
        "More than half of them score lower on Assessing needs (11 of 12), Equity (7 of 12), Care provision (8 of 12) and Partnerships (12 of 12).",
        "East of England (4 other councils with nine scores). More than half of them score lower on Partnerships (3 of 4). More than half score higher on no statement. So few councils say little of the region or the type as a whole.",
        "A statement at 4 cannot rise: Partnerships.",
      ],
      [],
    ],
    [
      "all nine alike",
      "Gloucestershire",
      ["All nine are the same, so here the word leaves out no difference between them."],
      [],
    ],
    [
      "a score of 1, a note on it and events",
      "Warrington",
      [
        "Its nine scores add up to 19 of 36.",
        "Safeguarding (1)",
        "CQC's label for a score of 1 is “significant shortfalls”.",
        "QS4 (Care provision) is 3 in a re-hosted CQC press release, 2 here; unresolved.",
        "More than half score higher on Equity (7 of 11), Safeguarding (10 of 11), Governance (7 of 11) and Learning (9 of 11).",
        "3 steps and events found: some may be CQC's, some the council's and some the Government's. No source read says that a word by itself brings a step by the Government; where a source gives a reason, its note says so.",
        "by 29 August 2025: Council improvement board set up. Note: Council-led; no DHSC adviser or direction mentioned.",
      ],
      [],
    ],
    [
      "Inadequate",
      "Blackpool",
      [
        "CQC rated Blackpool Inadequate. It published the report on 6 August 2025.",
        "Its nine scores add up to 12 of 36. Inadequate covers sums from 9 to 13. 2 points more on any statements would carry Requires improvement.",
        "9 scores are below CQC's good standard (3), none is at it and none is above it.",
        "A single statement could make up so many: Assessing needs, Healthier lives, Equity, Care provision, Partnerships, Safe pathways, Safeguarding, Governance and Learning.",
        "Down: No word is lower.",
      ],
      ["fewer would carry"],
    ],
    [
      "one point from Good",
      "Brent",
      [
        "1 point more on any statements would carry Good.",
        "Up: One point more on any one statement would carry Good. All 9 statements could rise.",
      ],
      [],
    ],
    [
      "scores read from words",
      "East Riding of Yorkshire",
      [
        "Scores read from words: eight areas inadequate, partnerships requiring improvement.",
        "Source: press; confidence: medium.",
      ],
      [],
    ],
    [
      "a sum from the percentage",
      "Leeds",
      [
        // 70 is the percentage of 25 alone: 25 / 36 is 69.4.
        "A percentage of 70%, if the source is right, means that its nine scores add up to 25 of 36. Good covers sums from 23 to 31. 7 points more on any statements would carry Outstanding. 3 points fewer would carry Requires improvement.",
        "The nine scores themselves are not known in these data",
        "70 from one secondary source.",
      ],
      ["Behind the one word", "A statement at"],
    ],
    [
      "some scores and a percentage",
      "North Yorkshire",
      [
        "add up to 29 of 36",
        "Of the nine scores, 2 are known in these data: Equity (4) and Care provision (3).",
      ],
      ["Behind the one word"],
    ],
    [
      "a word alone",
      "Barking and Dagenham",
      [
        "CQC rated Barking and Dagenham Outstanding. It published the report on a date that these data do not hold.",
        "Its nine scores are not known in these data. So this page cannot show what lies behind the word. The word says that they add up to between 32 and 36. In the complete set 2 other councils with nine scores have that word, with a sum of 32.",
      ],
      ["would carry", "Behind the one word"],
    ],
    [
      "low confidence",
      "Cornwall",
      [
        "One source gives a word for Cornwall, and it may be wrong. It says Good, published in May 2026. The source is of low confidence: third-party monitor of CQC pages. Check CQC's page before you quote it",
        "Good, which may be wrong;",
      ],
      ["CQC rated", "would carry", "add up to"],
    ],
    [
      "low confidence, Inadequate",
      "Salford",
      ["It says Inadequate, published in May 2026. The source is of low confidence"],
      ["CQC rated", "would carry"],
    ],
    [
      "revised",
      "Swindon",
      [
        "One source gives a word for Swindon, and it may be wrong. It says Good",
        "The same source says that CQC changed its first word.",
        "Of its nine scores, 1 is known in these data, with the same low confidence: Governance (3).",
        "First published as Requires improvement with 62; raised to Good on review; revised percentage not known.",
      ],
      ["CQC rated", "Against its region"],
    ],
    [
      "withdrawn",
      "Bromley",
      [
        "No rating of Bromley stands in these data. These data record that CQC withdrew its report, so what the report said is not a fact about the council.",
        "Requires improvement, which does not stand; 56%, which does not stand either; scores not known; withdrawn by CQC; low confidence",
      ],
      ["CQC rated", "would carry", "add up to"],
    ],
    [
      "a pilot with scores",
      "Birmingham",
      [
        "Birmingham was a pilot. Its word, Good, was indicative. An indicative word is no rating.",
        // 2+3+3+3+3+2+2+3+3
        "The pilot's nine scores add up to 24 of 36.",
        "Behind the pilot's word, 3 scores are below",
        "No formal assessment is known in these data.",
      ],
      ["CQC rated", "would carry"],
    ],
    [
      "a pilot without scores",
      "Suffolk",
      [
        "Suffolk was a pilot. Its word, Good, was indicative.",
        "The pilot's nine scores are not known in these data.",
      ],
      ["CQC rated", "would carry"],
    ],
    [
      "a pilot, and a word of low confidence since",
      "Nottingham",
      [
        "says Requires improvement, published in June 2026.",
        "Pilot, with an indicative word, published on 17 November 2023: Requires improvement; scores 2 2 2 3 2 2 3 2 3",
      ],
      ["CQC rated"],
    ],
    [
      "none known",
      "City of London",
      [
        "No assessment of City of London is known in these data. That does not mean that there is none.",
        "22 outcome measures of City of London have a value, none with a published margin of error and at least 50 respondents.",
        "London borough",
      ],
      ["CQC rated", "Its assessments in these data"],
    ],
    [
      "hardly an outcome measure",
      "Isles of Scilly",
      [
        "1 outcome measure of Isles of Scilly has a value, none with a published margin of error and at least 50 respondents.",
      ],
      [],
    ],
  ])("%s: %s", async (_, name, says, not) => {
    const report = await run(name);
    const text = visibleText(report);
    for (const sentence of says) expect(text).toContain(sentence);
    for (const words of not) expect(text).not.toContain(words);
    expectSound(text);
  });

  it("has figures where scores are known, and the outcome measures always", async () => {
    expect(ids(await run("Camden"))).toEqual(["council-scores", "profile-strips", "outcomes"]);
    expect(ids(await run("Birmingham"))).toEqual(["council-scores", "outcomes"]);
    expect(ids(await run("Swindon"))).toEqual(["outcomes"]);
    expect(ids(await run("Rutland"))).toEqual(["outcomes"]);
  });
});

// One in eight, as a run takes a while.
test("a council's page is sound, and states no uncertain word as a fact", async () => {
  for (const { gssCode, name } of real.councils.filter((_, i) => i % 8 === 0)) {
    const report = await run(gssCode);
    const text = visibleText(report);
    expectSound(text);
    expect(report.title.startsWith(`${name}: `)).toBe(true);
    const sure = real.assessments.some(
      (a) =>
        a.gssCode === gssCode &&
        a.kind === "formal" &&
        a.status !== "withdrawn" &&
        a.confidence !== "low" &&
        a.rating !== null,
    );
    expect([name, text.includes(`CQC rated ${name} `)]).toEqual([name, sure]);
  }
}, 120_000);

describe("which council", () => {
  it("is the default's, named in the title and by the control", async () => {
    const report = await run(null);
    expect(report.title).toBe("Camden: nine scores behind one word");
    expect(report.blocks.find(({ kind }) => kind === "control")).toMatchObject({ value: "Camden" });
    expect(await run("London Borough of Camden")).toEqual(report);
  });

  it("is an error in one line where the name is of none", async () => {
    await expect(run("Camdem")).rejects.toThrow(
      /expected a council's ONS code or its name: Camdem/,
    );
  });
});

describe("somebody's own data", () => {
  it.each([
    ["no council", madeUp([])],
    ["one council", madeUp(["222223333"])],
    ["no scores", madeUp([".........", "........."])],
    ["all alike", madeUp(["333333333", "333333333"])],
    [
      "a hostile name",
      (() => {
        const made = madeUp(["233333334", "222223333"]);
        const name = `<img src=x onerror=alert(1)> [a](javascript:b)`;
        return {
          ...made,
          councils: made.councils.map((council) => ({ ...council, name })),
          assessments: made.assessments.map((a) => ({
            ...a,
            council: name,
            note: `${name} *QS1*`,
          })),
        };
      })(),
    ],
  ])("%s", async (_, dataset) => {
    const report = await run(null, dataset);
    expect(kinds(report)).toContain("prose");
    expectSound(visibleText(report));
  });

  it("gives a word that is not published as one that the sum carries", async () => {
    const text = visibleText(
      await run(
        null,
        madeUp(["333333333"], () => ({ rating: null })),
      ),
    );
    expect(text).toContain("The published word for Council 1 is not known in these data.");
    expect(text).toContain("Good covers sums from 23 to 31.");
  });
});
