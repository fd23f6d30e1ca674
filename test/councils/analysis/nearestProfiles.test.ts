import { describe, expect, it } from "vitest";
import { councilProfile } from "../../../src/councils/analysis/councilProfile.js";
import { nearestProfiles } from "../../../src/councils/analysis/nearestProfiles.js";
import type { Neighbours } from "../../../src/councils/analysis/nearestProfiles.js";
import { findCouncil } from "../../../src/councils/data/findCouncil.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { madeUp } from "../../madeUp.js";

const real = readDataset();
const ownOf = (name: string) => councilProfile(real, findCouncil(real, name)).assessment;

describe("the nearest and the most different profiles", () => {
  const named = ({ shown }: Neighbours) => shown.map(({ council }) => council).join();

  it("count points, among councils with the same word", () => {
    // Against 333333333, by points: 1, 1 and 2; of the others 13 with another word, then 3, 4 and 1.
    const others = ["333333332", "333333334", "333333322", "222222211", "333333444", "333333224"];
    const dataset = madeUp(["333333333", ...others, "333333433"]);
    const found = nearestProfiles(dataset, dataset.assessments[0])!;
    expect(found.nearest).toMatchObject({ n: 6, distance: 1, tied: 3 });
    expect(named(found.nearest!)).toBe("Council 2,Council 3,Council 8");
    // 333333224 is on three statements two twos below and one above: 3 points, as 333333444 is.
    expect(found.farthest).toMatchObject({ n: 6, distance: 3, tied: 2 });
    expect(named(found.farthest!)).toBe("Council 6,Council 7");
  });

  it("name all that tie or none", () => {
    const dataset = madeUp(["333333333", "333333332", "333333323", "333333222"]);
    const nearest = (most: number) =>
      nearestProfiles(dataset, dataset.assessments[0], { most })!.nearest!;
    expect(named(nearest(2))).toBe("Council 2,Council 3");
    expect(nearest(1)).toEqual({ n: 3, distance: 1, tied: 2, shown: [] });
  });

  it("name the most different only where five others share the word", () => {
    const five = ["333333332", "333333323", "333333233", "333332333", "333323322"];
    const others = (profiles: readonly string[]) => {
      const dataset = madeUp(["333333333", ...profiles, "222222222"]);
      return nearestProfiles(dataset, dataset.assessments[0])!.farthest;
    };
    expect(others(five)).toMatchObject({ n: 5, distance: 3, tied: 1 });
    expect(others(five.slice(1))).toBeNull();
  });

  // Counted in R from the scores: sums of absolute differences within the word.
  it.each([
    ["Hertfordshire", 47, 1, 7, "", 5, 16, ""],
    ["Warrington", 20, 2, 6, "", 7, 1, "Brent"],
    ["Kirklees", 21, 1, 3, "Ealing,Haringey,Leicester", 5, 1, "Windsor and Maidenhead"],
  ])("%s", (name, n, distance, tied, shown, far, farTied, farShown) => {
    const found = nearestProfiles(real, ownOf(name))!;
    expect(found.nearest).toMatchObject({ n, distance, tied });
    expect(named(found.nearest!)).toBe(shown);
    expect(found.farthest).toMatchObject({ n, distance: far, tied: farTied });
    expect(named(found.farthest!)).toBe(farShown);
  });

  it("has one other with Camden's word in the complete set, and none with Blackpool's", () => {
    const found = nearestProfiles(real, ownOf("Camden"))!;
    expect(found.nearest).toMatchObject({ n: 1, distance: 4, tied: 1 });
    expect(found.leftOut).toContainEqual({ reason: "another word", n: 70 });
    expect(named(found.nearest!)).toBe("Kensington and Chelsea");
    expect(found.farthest).toBeNull();
    expect(nearestProfiles(real, ownOf("Blackpool"))).toMatchObject({
      nearest: null,
      farthest: null,
    });
  });

  it("is of no pilot, no partly known scores and no council that is not known", () => {
    for (const name of ["Birmingham", "North Yorkshire", "Bromley", "Rutland"])
      expect(nearestProfiles(real, ownOf(name))).toBeNull();
    const one = madeUp(["333333333"]);
    expect(nearestProfiles(one, one.assessments[0])?.nearest).toBeNull();
  });
});
