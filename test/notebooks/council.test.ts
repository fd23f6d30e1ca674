import path from "node:path";
import { describe, expect, it, test } from "vitest";
import { readDataset } from "../../src/councils/data/readDataset.js";
import type { Dataset } from "../../src/councils/data/dataset.js";
import { runNotebook } from "../../src/runNotebook.js";
import type { Block, Report } from "../../src/engine/report/block.js";
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
  // "Council 1 scores …" is a made-up council and a verb.
  expect(text).not.toMatch(
    /(?<!Council )\b1 (?:other )?(?:councils|points|scores|measures|others|statements)\b/,
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
        "Its nine scores add up to 32 of 36. CQC's percentage is 89%. Outstanding covers sums from 32 to 36.",
        "no score is below CQC's good standard (3), 4 are at it and 5 are above it.",
        "Against its region, London, and its type, London borough, which are the same councils here (16 other councils with nine scores).",
        "What would change the word. Up: no word is higher. Down: 1 point fewer on any one statement would carry Good. This is",
        "none is above England's value, 4 are below and 8 are not distinguishable from it.",
        "None found in what could be read, which is not the same as none.",
      ],
      ["more on any", "more in all", "An interval describes", "Its assessments"],
    ],
    [
      "all known, Good",
      "E10000015",
      [
        "CQC rated Hertfordshire Good. It published the report on 17 May 2024.",
        // 32 - 28 = 4 up; 28 - 22 = 6 down.
        "Its nine scores add up to 28 of 36. CQC's percentage is 78%. Good covers sums from 23 to 31.",
        "Up: 4 points more in all would carry Outstanding; no single statement could make up so many. A statement at 4 cannot rise: Partnerships. Down: 6 points fewer in all would carry Requires improvement; no single statement could make up so many. This is",
        "More than half of them score lower on Assessing needs (11 of 12), Equity (7 of 12), Care provision (8 of 12) and Partnerships (12 of 12), higher on no statement.",
        "East of England (4 other councils with nine scores). More than half of them score lower on Partnerships (3 of 4), higher on no statement. So few councils say little of the region or the type as a whole.",
        // The address is CQC's, the row a copy's.
        "Source: third-party copy of the CQC report page; nine scores confirmed by a second source (CQC's own page was not read: cqc.org.uk).",
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
        "Its nine scores add up to 19 of 36. Requires improvement covers sums from 14 to 22. The data note: QS4 (Care provision) is 3 in a re-hosted CQC press release, 2 here; unresolved.",
        "Safeguarding (1)",
        "CQC's label for a score of 1 is “significant shortfalls”.",
        "More than half of them score lower on no statement, higher on Equity (7 of 11), Safeguarding (10 of 11), Governance (7 of 11) and Learning (9 of 11).",
        "3 steps and events found, by CQC, the council or the Government; others may have happened. No source read says that a word by itself brings a step by the Government; where a source gives a reason, its note says so.",
        // An address in a note is a link that shows whose page it is.
        "Council page confirms: warrington.gov.uk. warrington-worldwide.co.uk",
        "by 29 August 2025: Council improvement board set up. Note: Council-led; no DHSC adviser or direction mentioned.",
      ],
      ["Read this with", "safeguarding-improvement", "; 2 here; "],
    ],
    [
      "Inadequate",
      "Blackpool",
      [
        "CQC rated Blackpool Inadequate. It published the report on 6 August 2025.",
        "Its nine scores add up to 12 of 36. Inadequate covers sums from 9 to 13.",
        "9 scores are below CQC's good standard (3), none is at it and none is above it.",
        "Up: 2 points more in all would carry Requires improvement; any one statement alone could make up so many. Down: no word is lower.",
      ],
      ["fewer in all"],
    ],
    [
      "one point from Good",
      "Brent",
      ["Up: 1 point more on any one statement would carry Good. Down:"],
      [],
    ],
    [
      "scores read from words",
      "East Riding of Yorkshire",
      [
        "The data note: Scores read from words: eight areas inadequate, partnerships requiring improvement; rating and the other scores from the Yorkshire Post; two of them, 1 each, stand on CQC's pages too.",
        "Status: as published. Confidence: medium. Source: CQC report pages for two scores; press for the rest (cqc.org.uk).",
        // Doncaster 2 2 3 2 3 3 2 3 3 and Wakefield 2 2 2 3 3 2 2 3 3, against 1 1 1 1 2 1 1 1 1.
        "(2 other councils with nine scores). Both score lower on no statement, higher on every statement.",
        // Of the 32 unitary authorities, those above its score, QS1 to QS9: 31 31 31 32 24 32 30 31 31.
        "(32 other councils with nine scores). More than half of them score lower on no statement, higher on every statement (24 to 32 of 32).",
      ],
      ["of 2)", "rated-worst"],
    ],
    [
      "a sum from the percentage",
      "Leeds",
      [
        // 70 is the percentage of 25 alone: 25 / 36 is 69.4.
        "A percentage of 70%, if the source is right, means that its nine scores add up to 25 of 36. Good covers sums from 23 to 31.",
        "Up: 7 points more in all would carry Outstanding. Down: 3 points fewer in all would carry Requires improvement. This is",
        "The nine scores themselves are not known in these data",
        "70 from one secondary source.",
      ],
      ["Behind the one word", "A statement at", "Figures rest on"],
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
        "One source gives a word for Cornwall, and it may be wrong. It says Good, published in May 2026. Check CQC's page before you quote it. Status: as published. Confidence: low. Source: third-party monitor of CQC pages (CQC's own page was not read: cqc.org.uk).",
        "The data note: Low confidence: the monitor looks for the word anywhere on the page.",
      ],
      ["CQC rated", "would carry", "add up to"],
    ],
    [
      "low confidence, Inadequate",
      "Salford",
      ["It says Inadequate, published in May 2026. Check CQC's page before you quote it."],
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
        "Formal, published on a date that these data do not hold: Requires improvement and 56%, neither of which stands; scores not known. Status: withdrawn by CQC. Confidence: low. Source: press (southlondonnews.co.uk).",
        "The data note: Provisional: report withdrawn about 2 February 2026 after an error; outcome of review not known.",
      ],
      ["2026-02-02", "Figures rest on", "An interval", "CQC rated", "would carry", "add up to"],
    ],
    [
      "a pilot with scores",
      "Birmingham",
      [
        "Birmingham was a pilot. Its word, Good, was indicative. An indicative word is no rating, and no formal assessment is known in these data.",
        "Against its region, West Midlands (4 other councils with nine scores). Its scores are a pilot's and theirs are formal, so they are not like for like.",
        // 2+3+3+3+3+2+2+3+3
        "The pilot's nine scores add up to 24 of 36.",
        "Behind the pilot's word, 3 scores are below",
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
        "Pilot, with an indicative word, published on 17 November 2023: Requires improvement; scores 2 2 2 3 2 2 3 2 3. Status: as published. Confidence: high. Source: CQC press release (cqc.org.uk). The data note: Indicative rating; four statements mapped by position in the release.",
        "The data note: Low confidence: the monitor looks for the word anywhere on the page. Another assessment, in these data.",
      ],
      ["CQC rated", "on the page; Indicative"],
    ],
    [
      "none known",
      "City of London",
      [
        "No assessment of City of London is known in these data. That does not mean that there is none.",
        "22 outcome measures of City of London have a value, none with a published margin of error and at least 50 respondents.",
        "Type: London borough. Region: London. These data group City of London Corporation with that type, but it is unlike most of it: it has 11,409 people, and half of the councils of that type have 276,027 or more",
        "Number of adults: not known here. The data note: suppressed in ASCOF (small numerator). Aged 65 or over: 1,399",
      ],
      ["CQC rated", "assessment, in these data", "Figures rest on", "An interval"],
    ],
    [
      "hardly an outcome measure",
      "Isles of Scilly",
      [
        "1 outcome measure of Isles of Scilly has a value, none with a published margin of error and at least 50 respondents.",
        "Against its type, Unitary authority (31 other councils with nine scores). It is far smaller than most of its type (see The place).",
        "Number of adults: not known here. The data note: suppressed in ASCOF (small numerator).",
      ],
      ["Aged 65 or over", "Above or below"],
    ],
  ])("%s: %s", async (_, name, says, not) => {
    const report = await run(name);
    const text = visibleText(report);
    for (const sentence of says) expect(text).toContain(sentence);
    for (const words of not) expect(text).not.toContain(words);
    expectSound(text);
  });

  it("writes a measure's values with as many decimals as the measure has", async () => {
    const { blocks } = await run("Warrington");
    const table = blocks.find((block) => block.kind === "table")!;
    // The files hold 19 and 17 for England, and 45 with 8.8 for Warrington.
    expect(table.data.rows).toContainEqual(
      expect.objectContaining({
        measure: "1a Quality of life, 0 to 24",
        value: "19.2 ± 0.6",
        england: "19.0",
      }),
    );
    expect(table.data.rows).toContainEqual(
      expect.objectContaining({
        measure: "2b Into care homes, 18-64, per 100,000",
        value: "13.3",
        england: "17.0",
      }),
    );
    expect(table.data.rows).toContainEqual(
      expect.objectContaining({
        measure: "5a(1) As much social contact as wanted",
        value: "45.0% ± 8.8",
        england: "45.4%",
      }),
    );
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
