import * as v from "valibot";
import { day } from "../../datapackage/descriptor.js";
import type { Assessment } from "./dataset.js";

/**
 * What is kept of the data of a day, to say later what has changed since: each assessment as it
 * stood, the numbers that a reader would quote, and the verdicts of claims. A small file,
 * `vintages/YYYY-MM-DD.json` in a folder of data.
 */

const text = v.pipe(v.string(), v.nonEmpty());
const number = v.nullable(v.pipe(v.number(), v.finite()));

const keptAssessment = v.strictObject({
  gss_code: v.pipe(v.string(), v.regex(/^E\d{8}$/)),
  kind: v.picklist(["pilot", "formal"]),
  scheme: text,
  published: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}(-\d{2})?$/))),
  status: v.picklist(["published", "revised", "withdrawn"]),
  confidence: v.picklist(["high", "medium", "low"]),
  rating: v.nullable(text),
  score_pct: number,
  /** By the scheme's order of parts. */
  scores: v.array(number),
});

const keptNumber = v.strictObject({
  set: v.picklist(["complete", "all"]),
  quantity: text,
  unit: text,
  value: number,
  n: v.number(),
});

const keptClaim = v.strictObject({
  id: text,
  text,
  verdict: v.picklist(["supported", "not supported", "undecidable"]),
});

const keptVintage = v.strictObject({
  schema: v.literal("ninefold.vintage/1"),
  vintage: day,
  completeTo: day,
  assessments: v.array(keptAssessment),
  numbers: v.array(keptNumber),
  claims: v.array(keptClaim),
});

export type KeptAssessment = v.InferOutput<typeof keptAssessment>;
export type KeptNumber = v.InferOutput<typeof keptNumber>;
export type Vintage = v.InferOutput<typeof keptVintage>;

/** The structure of a vintage, checked; what is wrong with it, in words, where it is none. */
export function parseVintage(json: unknown): Vintage | { readonly problem: string } {
  const result = v.safeParse(keptVintage, json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  return { problem: `${v.getDotPath(issue) ?? "file"}: ${issue.message}` };
}

/** An assessment as a vintage keeps it. */
export function keptOf(a: Assessment): KeptAssessment {
  return {
    gss_code: a.gssCode,
    kind: a.kind,
    scheme: a.scheme,
    published: a.published,
    status: a.status,
    confidence: a.confidence,
    rating: a.rating,
    score_pct: a.percentage,
    scores: [...a.scores],
  };
}

/** A vintage as its file has it: one assessment, number or claim a line. */
export function vintageText({ assessments, numbers, claims, ...head }: Vintage): string {
  const lines = (rows: readonly object[]) =>
    rows.length === 0
      ? "[]"
      : `[\n${rows.map((row) => `    ${JSON.stringify(row)}`).join(",\n")}\n  ]`;
  const members = [
    ...Object.entries(head).map(([name, value]) => `"${name}": ${JSON.stringify(value)}`),
    `"assessments": ${lines(assessments)}`,
    `"numbers": ${lines(numbers)}`,
    `"claims": ${lines(claims)}`,
  ];
  return `{\n${members.map((member) => `  ${member}`).join(",\n")}\n}\n`;
}
