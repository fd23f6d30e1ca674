import type { Dataset } from "../src/data/dataset.js";
import { toDataset } from "../src/data/toDataset.js";
import { percentageOfSum, ratingOfSum, statements } from "../src/framework.js";
import type { Score } from "../src/framework.js";
import { normal } from "../src/statistics/normal.js";
import { random } from "../src/statistics/random.js";

const regions = ["East of England", "London", "North East", "North West", "South East"];

/**
 * As many made-up councils as asked for, each with a formal assessment of nine scores: one quality
 * and chance, with most scores 2 or 3 as published ones are. For measuring time, not for findings.
 */
export function madeUpDataset(councils: number, seed = 1): Dataset {
  const stream = random(seed);
  const units = Array.from({ length: councils }, (_, i) => {
    const quality = normal(stream);
    const scores = statements.map((): Score => {
      const level = quality + normal(stream);
      return level < -3.2 ? 1 : level < -0.3 ? 2 : level < 3 ? 3 : 4;
    });
    return {
      code: `E${String(9000000 + i)}`,
      region: regions[i % regions.length],
      scores,
      month: i % 24,
    };
  });
  return toDataset({
    councils: units.map(({ code, region }) => ({
      gssCode: code,
      altGssCode2025: null,
      name: `Council ${code}`,
      officialName: `Council ${code}`,
      type: "Unitary authority",
      region,
    })),
    assessments: units.map(({ code, scores, month }) => {
      const sum = scores.reduce<number>((total, score) => total + score, 0);
      return {
        gssCode: code,
        council: `Council ${code}`,
        kind: "formal",
        status: "published",
        confidence: "high",
        rating: ratingOfSum(sum),
        percentage: percentageOfSum(sum),
        published: `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`,
        scores,
        sourceUrl: "https://example.org/",
        sourceKind: "made up",
        note: null,
      };
    }),
    interventions: [],
    context: {},
    completeTo: "2025-10-03",
    completeIncludes: [],
    vintage: "2026-01-01",
    files: [],
  });
}
