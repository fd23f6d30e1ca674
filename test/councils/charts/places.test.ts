import { describe, expect, it } from "vitest";
import { bordersOf } from "../../../src/councils/charts/hexagons.js";
import { mapName } from "../../../src/councils/charts/mapNames.js";
import { regionLabels } from "../../../src/councils/charts/regionLabels.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { spreadApart } from "../../../src/councils/charts/spreadApart.js";

describe("labels at the ends of curves", () => {
  it("stay where they are while they are apart", () => {
    expect(spreadApart([3, 1, 7], 2, 10)).toEqual([3, 1, 7]);
    expect(spreadApart([], 2, 10)).toEqual([]);
  });

  it("are moved up from the lowest, and down again from the limit", () => {
    // 5 and 5: the second two above. 9 and 9.5 under a limit of 10: 10, then 8.
    expect(spreadApart([5, 5], 2, 10)).toEqual([5, 7]);
    expect(spreadApart([9.5, 9], 2, 10)).toEqual([10, 8]);
  });
});

describe("names on the map", () => {
  const style = { size: 12 };
  const councils = readDataset().councils.map(({ name }) => name);

  it("are ones that people use, and none reads as another council", () => {
    const nameOf = (council: string) => mapName(council, 40, style);
    expect(
      ["Newcastle upon Tyne", "North Tyneside", "Nottingham", "Nottinghamshire"].map(nameOf),
    ).toEqual(["NCL", "N Tyn", "Nottm", "Notts"]);
    expect(nameOf("City of London")).toBe("City");
    expect(new Set(councils.map(nameOf)).size).toBe(153);
    // Every one is listed: none is its name cut short by an ellipsis.
    expect(councils.map(nameOf).filter((name) => name.includes("…"))).toEqual([]);
  });

  it("are as much of the name as fits for a council that is not listed", () => {
    expect(mapName("Nowhere upon Avon", 40, style)).toMatch(/^No.*…$/);
    expect(mapName("Ely", 40, style)).toBe("Ely");
  });
});

describe("borders of regions", () => {
  // Three hexagons in a row, a side of 1 and so √3 apart, of two regions.
  const row = ["North", "North", "South"].map((region, i) => ({
    x: i * Math.sqrt(3),
    y: 0,
    region,
  }));

  it("are the sides beyond which another region or the sea lies", () => {
    // Of 18 sides the pair within a region, 2, are none.
    expect(bordersOf(row)).toHaveLength(16);
    expect(bordersOf(row.slice(0, 2))).toHaveLength(10);
    const [[[x1, y1], [x2, y2]]] = bordersOf(row.slice(0, 1));
    // The side from the top corner round to the right.
    expect([x1, y1]).toEqual([expect.closeTo(0, 9), expect.closeTo(1, 9)]);
    expect([x2, y2]).toEqual([expect.closeTo(Math.sqrt(3) / 2, 9), expect.closeTo(0.5, 9)]);
  });

  it("are named beside the map, by a leader where others shut a region in", () => {
    const shut = ["East", "Middle", "East"].map((region, i) => ({
      x: i * Math.sqrt(3),
      y: 0,
      region,
    }));
    const place = { sizeOf: () => [2, 1] as const, left: -9, right: 12 };
    const labels = regionLabels(shut, place);
    expect(labels.map(({ region, to }) => [region, to !== null])).toEqual([
      ["Middle", true],
      ["East", false],
    ]);
    // No room for a name of 2 between -1 and 4.6: the edges of the row lie at -.87 and 4.33.
    expect(regionLabels(shut, { ...place, left: -1, right: 4.6 })).toEqual([]);
  });
});
