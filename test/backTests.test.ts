import { expect, it } from "vitest";
import { countByRating } from "../src/councils/analysis/countByRating.js";
import { select } from "../src/councils/analysis/select.js";
import { words } from "../src/councils/analysis/words.js";
import type { Assessment } from "../src/councils/data/dataset.js";
import { readDataset } from "../src/councils/data/readDataset.js";

/**
 * Figures that others published about the assessments as they stood on a day, found again in the
 * data. Many dates are months only. Such a report is certainly out by the last day of its month
 * and certainly not before its first day, so that a day within a month gives two bounds.
 */
const dataset = readDataset();
const { assessments } = select(dataset, "rating", { set: "all" });

function certainlyBy(day: string): Assessment[] {
  const lastOfMonth = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0));
  const monthIsOver = day === lastOfMonth.toISOString().slice(0, 10);
  return assessments.filter(({ published }) => {
    if (published === null) return false;
    const isMonthOfDay = published === day.slice(0, 7);
    return isMonthOfDay ? monthIsOver : published <= day;
  });
}

function possiblyBy(day: string): Assessment[] {
  return assessments.filter(({ published }) => published !== null && published <= day);
}

function counts(kept: readonly Assessment[]) {
  return Object.values(countByRating(dataset.scheme, kept, (a) => a.rating));
}

// In each count: Inadequate, Requires improvement, Good, Outstanding.

it("26 reports by 28 February 2025: 1 Outstanding, 14 Good, 11 Requires improvement", () => {
  // The month is over on its last day, so month-only dates decide.
  expect(certainlyBy("2025-02-28")).toEqual(possiblyBy("2025-02-28"));
  expect(certainlyBy("2025-02-28")).toHaveLength(26);
  expect(counts(certainlyBy("2025-02-28"))).toEqual([0, 11, 14, 1]);
});

it("the first nine councils average 2.6 over all scores and 2.2 on assessing needs", () => {
  // Three reports of May 2024 and six of August 2024: the ninth ends a month, none is cut in two.
  const first = certainlyBy("2024-08-31");
  expect(first).toHaveLength(9);
  const mean = (scores: readonly (number | null)[]) =>
    scores.reduce<number>((total, score) => total + score!, 0) / scores.length;
  const overall = mean(first.flatMap((a) => a.scores));
  const byStatement = first[0].scores.map((_, j) => mean(first.map((a) => a.scores[j])));
  expect(overall.toFixed(1)).toBe("2.6");
  expect(byStatement[0].toFixed(1)).toBe("2.2");
  expect(Math.min(...byStatement)).toBe(byStatement[0]);
});

it("43 reports by mid-June 2025, 1/26/16/0 from Outstanding down, lie within what dates allow", () => {
  // Three reports are dated only June 2025. Without them 41 are out by 15 June (40 before June and
  // Stoke-on-Trent on the 13th) and with them 44: the published 43 takes two of the three. The dates
  // cannot say which, only that every count lies between the two.
  const sure = counts(certainlyBy("2025-06-15"));
  const most = counts(possiblyBy("2025-06-15"));
  expect(certainlyBy("2025-06-15")).toHaveLength(41);
  expect(possiblyBy("2025-06-15")).toHaveLength(44);
  [0, 16, 26, 1].forEach((published, i) => {
    expect(published).toBeGreaterThanOrEqual(sure[i]);
    expect(published).toBeLessThanOrEqual(most[i]);
  });
});

it("63 reports on 31 August 2025", () => {
  expect(certainlyBy("2025-08-31")).toEqual(possiblyBy("2025-08-31"));
  expect(certainlyBy("2025-08-31")).toHaveLength(63);
});

it("72 reports by 3 October 2025: 2 Outstanding, 48 Good, 21 Requires improvement, 1 Inadequate", () => {
  // 70 before October, and Croydon on the 3rd. Three are dated only October 2025, of which those out
  // by the 3rd are named with the date to which the data are complete.
  expect(certainlyBy("2025-10-03")).toHaveLength(71);
  expect(possiblyBy("2025-10-03")).toHaveLength(74);
  expect(words(dataset).n).toBe(72);
  expect(Object.values(words(dataset).counts)).toEqual([1, 21, 48, 2]);
});
