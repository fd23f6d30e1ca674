import { readProfiles } from "../../src/councils/data/readProfiles.js";
import { readDescriptor } from "../../src/datapackage/descriptor.js";
import { parseScheme } from "../../src/ratings/parseScheme.js";
import type { RatedBody } from "../../src/ratings/ratedBody.js";
import type { Scheme } from "../../src/ratings/scheme.js";

/** The JSON of a made-up scheme of schools: four judgements in four levels. */
export const schoolsJson = {
  id: "made-up-schools",
  name: "A made-up scheme",
  regulator: "Nobody",
  body: "school",
  levels: ["Poor", "Weak", "Sound", "Strong"].map((name) => ({ name })),
  good: "Sound",
  parts: ["lead", "teach", "care", "home"].map((id) => ({ id, name: id, short: id })),
  whole: { rule: "judgement" },
};

/** Two or more Poor are Poor; one, or two Weak, are Weak; two Strong without a Weak are Strong. */
const limits = {
  rule: "limits",
  limits: [
    { word: "Poor", if: [{ level: "Poor", atLeast: 2 }] },
    { word: "Weak", if: [{ level: "Poor", atLeast: 1 }] },
    { word: "Weak", if: [{ level: "Weak", atLeast: 2 }] },
    { word: "Strong", if: [{ level: "Strong", atLeast: 2 }, { level: "Weak", atMost: 0 }] }, // prettier-ignore
  ],
  else: "Sound",
};

export function schemeOf(json: unknown): Scheme {
  const parsed = parseScheme(json);
  if ("problems" in parsed) throw new Error(parsed.problems.join("\n"));
  return parsed.scheme;
}

export const judgement = schemeOf(schoolsJson);
export const byLimits = schemeOf({ ...schoolsJson, whole: limits });
export const wordless = schemeOf({ ...schoolsJson, whole: { rule: "none" } });

/** Rated schools from a table as `data/schemes/ID.csv` holds it, without its first three columns. */
export function ratedBy(scheme: Scheme, csv: string): readonly RatedBody[] {
  const header = ["code", "body", "published", "word", ...scheme.parts.map(({ id }) => id)].join();
  const lines = csv.trim().split("\n");
  const text = [header, ...lines.map((line, i) => `S${i},School ${i},,${line.trim()}`)].join("\n");
  const formats = readDescriptor().numberFormats;
  const { profiles, problems } = readProfiles(scheme, Buffer.from(`${text}\n`), formats);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return profiles;
}

/** Bodies from grades written as digits, and the places of their words from 1 where they are given. */
export function bodiesOf(
  scheme: Scheme,
  grades: readonly string[],
  words?: readonly number[],
): readonly RatedBody[] {
  const name = (place: number) => scheme.levels[place - 1].name;
  const row = (digits: string, i: number) =>
    [words ? name(words[i]) : "", ...[...digits].map((digit) => name(Number(digit)))].join();
  return ratedBy(scheme, grades.map(row).join("\n"));
}
