import { expect, it } from "vitest";
import { otherTotal, scoreWords, totalWords } from "../../../src/councils/data/disputedScores.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { councilProfile } from "../../../src/councils/analysis/councilProfile.js";
import { councilScores } from "../../../src/councils/charts/councilScores.js";
import { scoreHeatMap } from "../../../src/councils/charts/scoreHeatMap.js";
import { select } from "../../../src/councils/analysis/select.js";
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
