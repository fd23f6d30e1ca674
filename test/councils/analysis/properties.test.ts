import fc from "fast-check";
import { expect, it } from "vitest";
import { distribution } from "../../../src/councils/analysis/distribution.js";
import { margins } from "../../../src/councils/analysis/margins.js";
import { pairs } from "../../../src/councils/analysis/pairs.js";
import { profile } from "../../../src/councils/analysis/profile.js";
import { components, variance } from "../../../src/councils/analysis/variance.js";
import { varianceKept } from "../../../src/councils/analysis/varianceKept.js";
import { madeUp } from "../../madeUp.js";

const quick = { replicates: 9 };
const nine = fc.stringMatching(/^[1-4]{9}$/);
const councils = fc.array(nine, { minLength: 2, maxLength: 12 });

function near(a: number | null, b: number | null): void {
  if (a === null || b === null) expect(a).toBe(b);
  else expect(a).toBeCloseTo(b, 10);
}

it("does not depend on the order of councils", () => {
  fc.assert(
    fc.property(councils, (profiles) => {
      const [one, other] = [madeUp(profiles), madeUp(profiles.toReversed())];
      expect(distribution(one)).toEqual(distribution(other));
      expect(profile(one)).toEqual(profile(other));
      expect(margins(one).onePoint).toEqual(margins(other).onePoint);
      const [a, b] = [pairs(one, quick), pairs(other, quick)];
      expect(a.hamming).toEqual(b.hamming);
      expect(a.shareGoodBelow3).toEqual(b.shareGoodBelow3);
      near(a.reversal.estimate, b.reversal.estimate);
      const [v, w] = [variance(one, quick), variance(other, quick)];
      for (const component of components) near(v[component], w[component]);
      near(varianceKept(one).themeWords, varianceKept(other).themeWords);
    }),
  );
});

it("splits the variance into parts of 0 or more that add to the whole", () => {
  fc.assert(
    fc.property(councils, (profiles) => {
      const shares = components.map((one) => variance(madeUp(profiles), quick)[one]);
      for (const share of shares) if (share !== null) expect(share).toBeGreaterThanOrEqual(0);
      if (shares.every((share) => share !== null))
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
    }),
  );
});

it("keeps no less in a finer summary: word, sum, theme means", () => {
  fc.assert(
    fc.property(councils, (profiles) => {
      const { word, sum, themeWords, themeMeans } = varianceKept(madeUp(profiles));
      if (sum === null) return;
      expect(sum).toBeGreaterThanOrEqual((word ?? 0) - 1e-12);
      expect(themeMeans).toBeGreaterThanOrEqual(sum - 1e-12);
      expect(themeMeans).toBeGreaterThanOrEqual(themeWords! - 1e-12);
      expect(themeMeans).toBeLessThanOrEqual(1 + 1e-12);
    }),
  );
});

it("counts reversals and distances as a walk over every pair does", () => {
  fc.assert(
    fc.property(councils, (profiles) => {
      const found = pairs(madeUp(profiles), quick);
      const total = (digits: string) => [...digits].reduce((sum, digit) => sum + Number(digit), 0);
      const weak = profiles.filter((one) => total(one) >= 14 && total(one) <= 22);
      const good = profiles.filter((one) => total(one) >= 23 && total(one) <= 31);
      let [higher, differences, count] = [0, 0, 0];
      for (const a of weak)
        for (const b of good) {
          const digits = [...a].map((digit, i) => [Number(digit), Number(b[i])]);
          count++;
          differences += digits.filter(([x, y]) => x !== y).length;
          if (digits.some(([x, y]) => x > y)) higher++;
        }
      expect(found.reversal).toMatchObject({ pairs: count, higher });
      const between = found.hamming.between["Requires improvement|Good"];
      near(between, count ? differences / count : null);
    }),
  );
});

it("adds a council of one score throughout where it belongs", () => {
  fc.assert(
    fc.property(councils, (profiles) => {
      // Nine 3s: one more at 27, one more 3 on each statement, nothing one point from a word.
      const [before, after] = [madeUp(profiles), madeUp([...profiles, "333333333"])];
      const at27 = (counts: Readonly<Record<string, number>>) => counts["27"] ?? 0;
      expect(at27(distribution(after).sumCounts)).toBe(at27(distribution(before).sumCounts) + 1);
      expect(margins(after).onePoint).toEqual(margins(before).onePoint);
      profile(after).statements.forEach(({ counts }, i) => {
        const [n1, n2, n3, n4] = profile(before).statements[i].counts;
        expect(counts).toEqual([n1, n2, n3 + 1, n4]);
      });
    }),
  );
});
