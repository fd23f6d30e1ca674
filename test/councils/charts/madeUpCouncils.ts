import type { Dataset } from "../../../src/councils/data/dataset.js";
import { madeUp, scheme } from "../../madeUp.js";

const statements = scheme.parts;

/** A council's name that would be markup if it were not escaped. */
export const hostileName = `<img src=x onerror=alert(1)> & "Co"`;

function named(dataset: Dataset, nameOf: (index: number) => string): Dataset {
  return {
    ...dataset,
    assessments: dataset.assessments.map((a, i) => ({ ...a, council: nameOf(i) })),
  };
}

const names = [
  "Bournemouth, Christchurch and Poole",
  "Westmorland and Furness",
  hostileName,
  "Hull",
  "York",
  "Bath and North East Somerset",
  "Kingston upon Hull, City of",
  "Rutland",
];

/** Sums 28, 22, 23, 23, 12, 32, 18 and 20: what the titles of the tests are worked from. */
export const eight = named(
  madeUp([
    "243333334",
    "222223333",
    "222233333",
    "222233333",
    "111111222",
    "444443333",
    "222222222",
    "222222224",
  ]),
  (i) => names[i],
);

/** Profiles of all kinds: each score 1 to 4 on each statement, sums over the whole range. */
function profile(i: number, least: number, most: number): string {
  const level = least + ((i * 37) % 101) * ((most - least) / 100);
  return statements
    .map((_, j) => Math.max(1, Math.min(4, Math.round(level + (((i * 5 + j * 3) % 7) - 3) / 5))))
    .join("");
}

function many(n: number, least: number, most: number): Dataset {
  const profiles = Array.from({ length: n }, (_, i) => profile(i, least, most));
  return named(madeUp(profiles), (i) => `${names[i % names.length]} ${i + 1}`);
}

/** The edge cases that every chart must draw. */
export const datasets: Readonly<Record<string, Dataset>> = {
  eight,
  "153 councils": many(153, 1, 4),
  "one council": madeUp(["222223333"]),
  "one word": many(40, 2.75, 2.9),
  "no Outstanding": many(72, 1.7, 2.9),
  "all in one sum": madeUp(Array.from({ length: 153 }, () => "222233333")),
  "every score 4": madeUp(["444444444", "444444444"]),
  "every score 1": madeUp(["111111111"]),
  "some scores unknown": madeUp(["22.......", "222233333", "3333.3333"]),
  "no council": madeUp([]),
};
