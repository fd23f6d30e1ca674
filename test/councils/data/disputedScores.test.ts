import { expect, it } from "vitest";
import { otherTotal, scoreWords, totalWords } from "../../../src/councils/data/disputedScores.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { councilProfile } from "../../../src/councils/analysis/councilProfile.js";
import { councilScores } from "../../../src/councils/charts/councilScores.js";
import { scoreHeatMap } from "../../../src/councils/charts/scoreHeatMap.js";
import { select } from "../../../src/councils/analysis/select.js";
import { margins } from "../../../src/councils/analysis/margins.js";
import { marginStrip } from "../../../src/councils/charts/marginStrip.js";
import { otherSource } from "../../../src/councils/claims/sensitivities.js";
import { options } from "../charts/draw.js";
import { pictureOf } from "../charts/picture.js";

const real = readDataset();
const { parts } = real.scheme;
const warrington = real.assessments.find(({ council }) => council === "Warrington")!;
const disputed = real.assessments.filter(({ disputes }) => disputes !== undefined);

it("reads disputed scores with their source, of the council's assessment alone", () => {
  expect(disputed).toEqual([warrington]);
  expect(warrington.disputes).toEqual([
    {
      statement: "qs4",
      other: 3,
      sourceUrl: expect.stringMatching(/^http:\/\/www\.londonhomecare\.net\//) as string,
    },
  ]);
});

it("says both scores, and the totals that follow", () => {
  // 2, 3, 2, 2, 3, 2, 1, 2 and 2 add up to 19; with a 3 on the fourth to 20.
  expect(parts.map((part, i) => scoreWords(warrington, part, i))).toEqual([
    "2",
    "3",
    "2",
    "2 or 3",
    "3",
    "2",
    "1",
    "2",
    "2",
  ]);
  expect(totalWords(warrington, parts)).toBe("19 or 20");
  expect(otherTotal({ ...warrington, disputes: undefined }, parts)).toBe(19);
});

it("shows both on the council's own chart", () => {
  const council = real.councils.find(({ name }) => name === "Warrington")!;
  const figure = councilScores(councilProfile(real, council), options);
  expect(figure).toMatchObject({
    kind: "figure",
    alt: expect.stringContaining("Care provision 2 or 3") as string,
    caption: expect.stringContaining("Two dots on a row: sources disagree.") as string,
  });
  expect(figure.data.rows[3]).toMatchObject({ score: "2 or 3" });
});

it("outlines what is disputed in the heat map, and says both in its data", () => {
  const figure = scoreHeatMap(select(real, "scores"), options);
  const row = figure.data.rows.find(({ council }) => council === "Warrington");
  expect(row).toMatchObject({ qs4: "2 or 3", sum: "19 or 20" });
  const outlined = pictureOf(figure.kind === "figure" ? figure.svg[0] : "").shapes.filter(
    ({ fill, stroke, box }) => fill === "none" && stroke === "#0b0c0c" && box.right > box.left,
  );
  expect(outlined).toHaveLength(1);
});

it("says both margins in the chart's data", () => {
  // Requires improvement is 14 to 22: 19 is 6 points from 13 and 4 from 23, 20 is 7 and 3.
  const { rows } = marginStrip(margins(real), options).data;
  expect(rows.find(({ council }) => council === "Warrington")).toEqual({
    council: "Warrington",
    rating: "Requires improvement",
    sum: "19 or 20",
    toLower: "6 or 7",
    toHigher: "3 or 4",
  });
});

it("names what is disputed where a claim is run again on it", () => {
  expect(otherSource.words(real)).toBe(
    "Warrington's score on care provision as 3, as one of two sources has it",
  );
  const [first] = real.assessments;
  const disputes = [{ statement: "qs6", other: 1 as const, sourceUrl: "https://example.org" }];
  expect(otherSource.words({ ...real, assessments: [{ ...first, disputes }] })).toBe(
    `${first.council}'s score on safe pathways as 1, as one of two sources has it`,
  );
});
