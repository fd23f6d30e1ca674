import { describe, expect, it } from "vitest";
import { profile } from "../../../src/councils/analysis/profile.js";
import { spread } from "../../../src/councils/analysis/spread.js";
import { madeUp } from "../../madeUp.js";

describe("profile", () => {
  it("counts a partly known nine on the statements that are known", () => {
    const dataset = madeUp(["12.......", "143333333"], (i) => (i ? {} : { rating: "Inadequate" }));
    const result = profile(dataset);
    expect(result.n).toBe(2);
    expect(result.statements[0]).toMatchObject({ counts: [2, 0, 0, 0], n: 2, mean: 1 });
    expect(result.statements[1]).toMatchObject({ counts: [0, 1, 0, 1], n: 2, mean: 3 });
    expect(result.statements[2]).toMatchObject({ counts: [0, 0, 1, 0], n: 1, mean: 3 });
    // The second council's sum is 26, so its word is Good.
    expect(result.statements[1].byRating).toMatchObject({
      Inadequate: [0, 1, 0, 0],
      Good: [0, 0, 0, 1],
    });
  });

  it("counts a council without a word in the whole but under no word", () => {
    const { statements } = profile(madeUp(["333333333"], () => ({ rating: null })));
    expect(statements[0].counts).toEqual([0, 0, 1, 0]);
    expect(Object.values(statements[0].byRating).flat()).toEqual(Array(16).fill(0));
  });
});

describe("spread", () => {
  it("keeps every council at an end", () => {
    // Sums 18, 18, 22 carry Requires improvement; 27 carries Good.
    const { words: byWord } = spread(madeUp(["222222222", "122222223", "222223333", "333333333"]));
    expect(byWord[1]).toMatchObject({ n: 3, range: 4, lowest: { sum: 18 }, highest: { sum: 22 } });
    expect(byWord[1].lowest!.councils.map((c) => c.council)).toEqual(["Council 1", "Council 2"]);
    expect(byWord[2]).toMatchObject({ n: 1, range: 0 });
    expect(byWord[0]).toEqual({
      rating: "Inadequate",
      n: 0,
      lowest: null,
      highest: null,
      range: null,
    });
  });
});
