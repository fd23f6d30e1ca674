import path from "node:path";
import { describe, expect, it, test } from "vitest";
import type { Dataset } from "../../src/councils/data/dataset.js";
import { runNotebook } from "../../src/runNotebook.js";
import type { Block, Report, Table } from "../../src/engine/report/block.js";
import { saidIn } from "./said.js";
import { visibleText } from "./visibleText.js";
import { madeUp } from "../madeUp.js";
import { publishedData as real } from "../publishedData.js";

const file = path.join(import.meta.dirname, "..", "..", "notebooks", "council.html");
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
        "Its scores add up to that, and CQC's percentage is 89%. Outstanding covers totals from 32 to 36.",
        "Camden scores good or better on every statement",
        "It scores good on 4 and above good on 5.",
        "Beside 16 other councils: London.",
        "Camden is one point from another rating. No rating is higher. One point fewer would give Good, on any one statement. This is",
        "Camden differs from England on 4 of 12 measures",
        "On each it lies below England by more than the margin.",
        "We found no record of government intervention.",
      ],
      ["An interval describes", "Other assessments", "London borough. More than"],
    ],
    [
      "all known, Good",
      "E10000015",
      [
        "CQC rated Hertfordshire Good. It published the report on 17 May 2024.",
        // 32 - 28 = 4 up; 28 - 22 = 6 down.
        "Its scores add up to that, and CQC's percentage is 78%. Good covers totals from 23 to 31.",
        "4 points more would give Outstanding, over more than one statement. 6 points fewer would give Requires improvement, over more than one statement.",
        "More than half score lower on Assessing needs, Equity, Care provision and Partnerships. On no statement do more than half score higher.",
        "Beside 12 other councils: County council. More than half score lower on Assessing needs, Equity, Care provision and Partnerships. On no statement do more than half score higher.",
        // The address is CQC's, the row a copy's.
        "Read in a third-party copy of the CQC report page; nine scores confirmed by a second source; CQC's own page was not read.",
      ],
      [],
    ],
    [
      "a score of 1, a disputed score and events",
      "Warrington",
      [
        // 2+3+2+2+3+2+1+2+2 is 19; another source has 3 for the fourth.
        "Warrington has a total of 19 or 20 of 36. Its scores add up to that. Two sources disagree on one score. Requires improvement covers totals from 14 to 22.",
        "Warrington scores below good on 6 or 7 of 9 statements",
        "Care provision is 2 or 3, as sources disagree.",
        "Warrington is 3 or 4 points from another rating.",
        "More than half score higher on Equity, Safeguarding, Governance and Learning.",
        "Note: Care provision is 3 in a re-hosted CQC press release, 2 here; unresolved.",
        "22 May 2025: CQC section 50(2) notification to the Secretary of State (CQC press release, copied)",
        "By 29 August 2025: Council improvement board set up (Warrington Worldwide)",
      ],
      ["safeguarding-improvement", "londonhomecare"],
    ],
    [
      "Inadequate",
      "Blackpool",
      [
        "CQC rated Blackpool Inadequate. It published the report on 6 August 2025.",
        "Its scores add up to that. Inadequate covers totals from 9 to 13.",
        "Blackpool scores below good on 9 of 9 statements",
        "Every score is below good.",
        "2 points more would give Requires improvement, on any one statement alone. No rating is lower.",
      ],
      ["fewer would", "known score"],
    ],
    ["one point from Good", "Brent", ["One point more would give Good, on any one statement"], []],
    [
      "scores read from words",
      "East Riding of Yorkshire",
      [
        "Note: Scores read from words: eight areas inadequate, partnerships requiring improvement; rating and the other scores from the Yorkshire Post; two of them, 1 each, stand on CQC's pages too.",
        "Read in CQC report pages for two scores; press for the rest. Ninefold's confidence in it is medium.",
        // Doncaster 2 2 3 2 3 3 2 3 3 and Wakefield 2 2 2 3 3 2 2 3 3, against 1 1 1 1 2 1 1 1 1.
        "Beside 32 other councils: Unitary authority. On no statement do more than half score lower. More than half score higher on every statement.",
      ],
      ["rated-worst"],
    ],
    [
      "a total from the percentage",
      "Leeds",
      [
        // 70 is the percentage of 25 alone: 25 / 36 is 69.4.
        "Leeds has a total of 25 of 36. CQC's percentage of 70%, if the source is right, means that. Good covers totals from 23 to 31.",
        "7 points more would give Outstanding. 3 points fewer would give Requires improvement.",
        "70 from one secondary source.",
      ],
      ["scores below good on"],
    ],
    ["some scores and a percentage", "North Yorkshire", ["has a total of 29 of 36"], []],
    [
      "a rating alone",
      "Barking and Dagenham",
      [
        "CQC rated Barking and Dagenham Outstanding. When it published the report is not known here.",
        "The total of Barking and Dagenham is not known here. Its rating says that it lies between 32 and 36.",
      ],
      ["would give"],
    ],
    [
      "not confirmed",
      "Cornwall",
      [
        "CQC's rating of Cornwall is not confirmed. What was found of it is too weak a source, so it is not shown here. It will be once somebody has read it on CQC's own page.",
      ],
      ["CQC rated", "would give", "Good"],
    ],
    ["not confirmed, and lowest", "Salford", ["is not confirmed"], ["CQC rated", "Inadequate"]],
    [
      "revised, not confirmed",
      "Swindon",
      ["CQC's rating of Swindon is not confirmed."],
      ["CQC rated", "Requires improvement", "Good", "62"],
    ],
    [
      "withdrawn",
      "Bromley",
      [
        "South London News reports that CQC withdrew its report on Bromley. So its rating is not shown here.",
        "Formal, date not known: CQC withdrew it, South London News reports.",
      ],
      ["Requires improvement", "56%", "CQC rated", "would give", "add up to"],
    ],
    [
      "a pilot with scores",
      "Birmingham",
      [
        "Birmingham was a pilot, with an indicative rating of Good. CQC published it on 17 November 2023. An indicative rating is a trial, and no formal assessment is known here.",
        "Its scores are a pilot's and theirs are formal, so they are not like for like.",
        // 2+3+3+3+3+2+2+3+3
        "The pilot's scores add up to that.",
        "In its pilot, Birmingham scored below good on 3 of 9 statements",
      ],
      ["CQC rated", "would give"],
    ],
    ["a pilot without scores", "Suffolk", ["Suffolk was a pilot"], ["CQC rated", "would give"]],
    [
      "a pilot, and a rating that is not confirmed since",
      "Nottingham",
      [
        "CQC's rating of Nottingham is not confirmed.",
        "Pilot, indicative, 17 November 2023: Requires improvement and scores 2 2 2 3 2 2 3 2 3.",
      ],
      ["CQC rated"],
    ],
    [
      "none known",
      "City of London",
      [
        "These data hold no report on City of London. CQC may have published one that they lack.",
        "The scores are added up, and their total, from 9 to 36, decides which of 4 ratings a council has.",
        "London borough, London. With 11,409 people it is far smaller than most of that type, of which half have 276,027 or more",
        "Number of adults: not known here. Aged 65 or over: 1,399",
      ],
      ["CQC rated", "Other assessments", "An interval"],
    ],
    [
      "far smaller than its type",
      "Isles of Scilly",
      ["It is far smaller than most of its type."],
      [],
    ],
  ])("%s: %s", async (_, name, says, not) => {
    const report = await run(name);
    // Of other councils and their scores a chart and its table speak too.
    const text = visibleText(report);
    for (const sentence of says) expect(text).toContain(sentence);
    const own = saidIn(report)
      .join(" ")
      .replace(/\]\([^)]*\)/g, "]");
    for (const words of not) expect(own).not.toContain(words);
    expectSound(text);
  });

  it("writes a measure's values with as many decimals as the measure has", async () => {
    const { blocks } = await run("Warrington");
    const table = blocks.find(
      (block): block is Table => block.kind === "table" && block.id === "outcomes",
    )!;
    // The files hold 19 and 17 for England, and 45 with 8.8 for Warrington.
    expect(table.data.rows).toContainEqual(
      expect.objectContaining({
        measure: "1a Quality of life, 0 to 24",
        value: "19.2 ± 0.6",
        england: "19.0",
        year: "2024 to 2025",
      }),
    );
    expect(table.data.rows).toContainEqual(
      expect.objectContaining({
        measure: "2b Into care homes, 18 to 64, per 100,000",
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
    expect(ids(await run("Camden"))).toEqual(["council-scores", "outcome-dots", "outcomes"]);
    expect(ids(await run("Birmingham"))).toEqual(["council-scores", "outcome-dots", "outcomes"]);
    expect(ids(await run("Swindon"))).toEqual(["outcome-dots", "outcomes"]);
    expect(ids(await run("Rutland"))).toEqual(["outcome-dots", "outcomes"]);
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
});

describe("which council", () => {
  it("is the default's, named in the title and by the control", async () => {
    const report = await run(null);
    expect(report.title).toBe("Camden: rated Outstanding");
    expect(report.blocks.find(({ kind }) => kind === "control")).toMatchObject({ value: "Camden" });
    // Nobody asked for Camden: what is said of the page elsewhere says what it is for.
    const { card, ...shown } = report;
    expect(card!.description).toMatch(/^Find a council: /);
    expect(await run("London Borough of Camden")).toEqual(shown);
  });

  it("is said to be none where the name is of none, as an address may ask: `report` refuses it", async () => {
    const { title, blocks } = await run("Camdem");
    expect(title).toBe("Camden: rated Outstanding");
    expect(blocks[0]).toMatchObject({ kind: "control", value: "Camdem" });
    expect(blocks[1]).toMatchObject({
      kind: "prose",
      markdown: expect.stringMatching(/^No council has the name or the code “Camdem”/) as string,
    });
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

  it("says that a rating is not known, and the total", async () => {
    const text = visibleText(
      await run(
        null,
        madeUp(["333333333"], () => ({ rating: null })),
      ),
    );
    expect(text).toContain("CQC's rating of Council 1 is not known here.");
    expect(text).toContain("Council 1 has a total of 27 of 36.");
  });
});
