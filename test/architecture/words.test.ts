import { describe, expect, it } from "vitest";
import { linesIn } from "./sources.js";

describe("the engine", () => {
  it("names no council, no rating and no regulator, in code or in comment", () => {
    const wrong = linesIn("engine", /council|\bratings?\b|\bscores?\b|assessment|\bcqc\b|ofsted/i);
    expect(wrong).toEqual([]);
  });
});

describe("the ratings", () => {
  it("name no council, no regulator, no word and no total of one scheme, in code or in comment", () => {
    const wrong = linesIn(
      "ratings",
      /council|\bcqc\b|ofsted|\bquality statement|\b36\b|\bGood\b|Inadequate|Outstanding|Requires improvement/,
    );
    expect(wrong).toEqual([]);
  });
});

describe("the charts", () => {
  it("ask the scheme for its words, its totals and how many parts it has", () => {
    const wrong = linesIn(
      "councils/charts",
      /\b(?:Good|Inadequate|Outstanding|Requires improvement|nine|23|36)\b/,
    );
    expect(wrong).toEqual([]);
  });
});
