import { describe, expect, it } from "vitest";
import { councilProfile } from "../../../src/councils/analysis/councilProfile.js";
import { distribution } from "../../../src/councils/analysis/distribution.js";
import { intervention } from "../../../src/councils/analysis/intervention.js";
import { aboveLowest } from "../../../src/councils/findings/aboveLowest.js";
import { besideGroup } from "../../../src/councils/findings/besideGroup.js";
import { councilBelowGood } from "../../../src/councils/findings/councilBelowGood.js";
import { goodOrOutstanding } from "../../../src/councils/findings/goodOrOutstanding.js";
import { madeUp } from "../../madeUp.js";

const times = (n: number, scores: string) => Array.from({ length: n }, () => scores);
/** Totals of 14, one point above the highest that is Inadequate, and of 27. */
const [near, far] = ["222221111", "333333333"];
const nearOf = (n: number, others: number) =>
  aboveLowest(intervention(madeUp([...times(n, near), ...times(others, far)]), { set: "all" }));

describe("a number of ours that would point at single councils", () => {
  it.each([1, 4])("is not given: %i near the lowest rating", (n) => {
    const { headline, detail, tile } = nearOf(n, 9);
    expect(headline).toBe(`Fewer than five of ${n + 9} councils lie just above Inadequate`);
    expect(detail).not.toMatch(/\b[14]\b/);
    expect(tile).toBeUndefined();
  });

  it("is given of none, and of five", () => {
    expect(nearOf(0, 9).headline).toBe("No council is up to four points above Inadequate");
    expect(nearOf(5, 9).headline).toBe("5 of 14 councils are up to four points above Inadequate");
  });

  it("is not given of what most of four others score, and is of five", () => {
    const beside = (others: number) => {
      const data = madeUp(times(others + 1, far));
      const profile = councilProfile(data, data.councils[0], { set: "complete" });
      return besideGroup(profile, profile.groups[0]);
    };
    expect(beside(4).headline).toMatch(/: 4 other councils, too few to compare$/);
    expect(beside(4).detail).not.toContain("More than half");
    expect(beside(5).headline).toMatch(/^Beside 5 other councils/);
  });

  it("is no share of four", () => {
    const of = (n: number) => goodOrOutstanding(distribution(madeUp(times(n, far))));
    expect(of(4).detail).toBe("So few make no share worth quoting.");
    expect(of(5).detail).toMatch(/^That is 100% \(95% interval/);
  });

  it("is no tile of a few known scores", () => {
    const tileOf = (scores: string) => {
      const data = madeUp([scores]);
      return councilBelowGood(councilProfile(data, data.councils[0], { set: "all" })).tile;
    };
    expect(tileOf("333333...")).toBeUndefined();
    expect(tileOf("2333333..")?.number).toBe("1 of 7");
  });
});
