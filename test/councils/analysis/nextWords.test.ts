import { describe, expect, it } from "vitest";
import { nextWords } from "../../../src/councils/analysis/nextWords.js";
import { scheme, scoresOf } from "../../madeUp.js";

const nextOf = (sum: number, scores: Parameters<typeof nextWords>[2]) =>
  nextWords(scheme, sum, scores)!;

describe("the way to the next word", () => {
  it("counts points and names the statements that could make them up", () => {
    // 3+3+3+2+2+2+2+2+2 = 21: Good from 23, Inadequate to 13.
    const { rating, higher, lower } = nextOf(21, scoresOf("333222222"));
    expect(rating).toBe("Requires improvement");
    expect(higher).toMatchObject({ rating: "Good", points: 2 });
    // From 3 no score can rise by two, from 2 it can.
    expect(higher?.alone).toEqual(["qs4", "qs5", "qs6", "qs7", "qs8", "qs9"]);
    expect(higher?.movable).toHaveLength(9);
    expect(lower).toMatchObject({ rating: "Inadequate", points: 8, alone: [] });
  });

  it("knows that a 4 cannot rise and a 1 cannot fall, and that there is a last word", () => {
    const top = nextOf(32, scoresOf("444443333"));
    expect(top.higher).toBeNull();
    expect(top.lower).toMatchObject({ rating: "Good", points: 1 });
    expect(top.lower?.alone).toHaveLength(9);
    const low = nextOf(12, scoresOf("111222111"));
    expect(low.lower).toBeNull();
    expect(low.higher).toMatchObject({ points: 2, rating: "Requires improvement" });
    const near = nextOf(31, scoresOf("443333344"));
    expect(near.higher).toMatchObject({
      points: 1,
      movable: ["qs3", "qs4", "qs5", "qs6", "qs7"],
      alone: ["qs3", "qs4", "qs5", "qs6", "qs7"],
    });
    const lowest = nextOf(14, scoresOf("122122122"));
    expect(lowest.lower?.movable).toEqual(["qs2", "qs3", "qs5", "qs6", "qs8", "qs9"]);
  });

  it("names no statement where the sum follows from the percentage", () => {
    expect(nextOf(25, scoresOf(".........")).higher).toEqual({
      rating: "Outstanding",
      points: 7,
      movable: null,
      alone: null,
    });
  });
});
