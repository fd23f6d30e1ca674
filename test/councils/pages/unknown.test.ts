import { expect, test } from "vitest";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { unknownCouncil } from "../../../src/councils/pages/unknownCouncil.js";
import { unknownRegion } from "../../../src/councils/pages/unknownRegion.js";

const long = `**${"x".repeat(60)}`;
const cut = `\\*\\*${"x".repeat(38)}…`;

test("what nobody knows is quoted as text, cut, and is told to those who cannot see it", () => {
  expect(unknownRegion(long, "London")).toEqual({
    ...{ kind: "prose", as: "unknown" },
    markdown: `No region has the name “${cut}”. The page shows London.`,
  });
  expect(unknownCouncil(readDataset(), long, "Kent")).toEqual({
    ...{ kind: "prose", as: "unknown" },
    markdown: `No council has the name or the code “${cut}”. The page shows Kent.`,
  });
  expect(unknownCouncil(readDataset(), " ", "Kent")).toMatchObject({ as: "unknown" });
});
