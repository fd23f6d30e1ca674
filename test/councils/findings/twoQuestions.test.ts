import { expect, test } from "vitest";
import { twoQuestions } from "../../../src/councils/findings/twoQuestions.js";

type Given = Parameters<typeof twoQuestions>;
const measures = (reversals: number | null, range: readonly [number, number]) =>
  ({ reversals, oneQuality: { reversals: [0.2, ...range] } }) as unknown as Given[0];
const kept = (observed: number, range: readonly [number, number]) =>
  ({ reversal: { observed, expected: 0.31, range } }) as unknown as Given[1];

test.each([
  [0.33, [0.12, 0.29], "fewer than there are: 12% to 29%, and here 33%"],
  [0.2, [0.12, 0.29], "about as many as there are: 12% to 29%, and here 20%"],
  [0.1, [0.12, 0.29], "more than there are: 12% to 29%, and here 10%"],
] as const)("says of %s beside %s what chance would give", (reversals, range, words) => {
  const { detail } = twoQuestions(measures(reversals, range), kept(0.35, [0.26, 0.36]));
  expect(detail).toContain(`Councils drawn anew from one quality would have ${words}.`);
  expect(detail).toContain(
    "Councils that keep their totals would have about as many as there are: 31%, and here 35% of those",
  );
});

test("says that nothing can be said where a benchmark is not known", () => {
  for (const given of [
    [undefined, kept(0.35, [0.26, 0.36])],
    [measures(null, [0.1, 0.2]), kept(0.35, [0.26, 0.36])],
    [measures(0.3, [0.1, 0.2]), { reversal: null }],
  ] as Given[])
    expect(twoQuestions(...given).headline).toBe("Too few pairs can be set beside chance");
});
