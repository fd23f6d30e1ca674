import { describe, expect, it } from "vitest";
import { complaintsOf, fleschKincaid, negationsIn, numbersIn, sentencesOf } from "./plainWords.js";

describe("how plain a text is, counted by hand", () => {
  it.each([
    // Six words of one syllable: 0.39 * 6 + 11.8 - 15.59.
    ["The cat sat on the mat.", -1.45],
    // Nine words, a syllable each but three of "totally" and two of "rated": 12 in 9.
    ["The cat sat. The totally new dog was rated.", 0.39 * 4.5 + (11.8 * 12) / 9 - 15.59],
    // Words of 3, 2, 1, 3, 2, 4 syllables: 15 in 6.
    ["Assessing councils takes wonderful little ability.", 0.39 * 6 + (11.8 * 15) / 6 - 15.59],
  ])("%s", (text, grade) => {
    expect(fleschKincaid(text)).toBeCloseTo(grade, 10);
  });

  it("parts sentences, numbers and negations", () => {
    expect(sentencesOf("It is 1.5. Is it? Yes.")).toHaveLength(3);
    expect(numbersIn("32 of 1,048 or 67% (95% interval 52% to 80%) by 3 October 2025")).toEqual([
      "32",
      "67%",
    ]);
    expect(numbersIn("Totals run from 12 to 32; the 95% interval is 5% to 6%")).toEqual([
      "12",
      "5%",
    ]);
    expect(negationsIn("None is known, and nothing cannot be said without it.")).toBe(4);
  });

  it("finds each fault, and none in a plain sentence", () => {
    for (const text of [
      "The word is Good.",
      "The sum is 23.",
      "A test gave p .03.",
      "It is NaN.",
      "There is 1 councils here.",
      "It is not known and never was.",
      "A league of them.",
      "It ends ().",
    ])
      expect(complaintsOf(text)).toHaveLength(1);
    expect(complaintsOf("A rating is known for 1 of 1 council. It is not confirmed.")).toEqual([]);
  });
});
