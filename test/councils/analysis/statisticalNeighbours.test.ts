import { describe, expect, it } from "vitest";
import { askedToCompare } from "../../../src/councils/analysis/comparedCouncils.js";
import { statisticalNeighbours } from "../../../src/councils/analysis/statisticalNeighbours.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { madeUp } from "../../madeUp.js";

const dataset = readDataset();
const named = (name: string) => dataset.councils.find((one) => one.name === name)!;

describe("statistical neighbours", () => {
  it("are ten for each council, itself not among them, the nearest first", () => {
    for (const council of dataset.councils) {
      const neighbours = statisticalNeighbours(dataset, council);
      expect(new Set(neighbours).size).toBe(10);
      expect(neighbours).not.toContain(council);
    }
    // As the source has them.
    const [first, second, third] = statisticalNeighbours(dataset, named("Hartlepool"));
    expect([first.name, second.name, third.name]).toEqual([
      "Redcar and Cleveland",
      "Sunderland",
      "South Tyneside",
    ]);
  });

  it("hold Barnsley and Sheffield by the codes that the other files have", () => {
    const all = dataset.councils.flatMap((council) => statisticalNeighbours(dataset, council));
    expect(all).toContain(named("Barnsley"));
    expect(all).toContain(named("Sheffield"));
  });

  it("are none in data without them, and a council of the region stands beside the first", () => {
    const made = madeUp(["333333333", "333333333", "333333333"]);
    expect(statisticalNeighbours(made, made.councils[0])).toEqual([]);
    expect(askedToCompare(made, ["Council 2"]).map(({ name }) => name)).toEqual([
      "Council 2",
      "Council 3",
    ]);
  });
});
