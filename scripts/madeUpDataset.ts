import type { Dataset } from "../src/councils/data/dataset.js";
import { normal } from "../src/statistics/normal.js";
import { random } from "../src/statistics/random.js";
import { madeUp, scheme } from "../test/madeUp.js";

/**
 * As many made-up councils as asked for, each with a formal assessment of nine scores: one quality
 * and chance, with most scores 2 or 3 as published ones are. For measuring time, not for findings.
 */
export function madeUpDataset(councils: number, seed = 1): Dataset {
  const stream = random(seed);
  const profiles = Array.from({ length: councils }, () => {
    const quality = normal(stream);
    const scores = scheme.parts.map(() => {
      const level = quality + normal(stream);
      return level < -3.2 ? 1 : level < -0.3 ? 2 : level < 3 ? 3 : 4;
    });
    return scores.join("");
  });
  // Two years of publication, a month each in turn.
  return madeUp(profiles, (i) => ({
    published: `${2024 + (Math.floor(i / 12) % 2)}-${String((i % 12) + 1).padStart(2, "0")}`,
  }));
}
