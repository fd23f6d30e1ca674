import type { Assessment } from "../data/dataset.js";
import type { Scheme } from "../../ratings/scheme.js";

/**
 * Columns of text and columns of numbers, by name, one value per assessment.
 *
 * The names are those of the published file, in lower case with underscores; `region` and `type`
 * are the council's, `percentage` is the file's `score_pct`, `sum` and `implied_rating`
 * (the word the sum carries) are derived.
 *
 * An unknown text is `null`. An unknown number is `NaN`, although records hold `null` for it:
 * in JavaScript `null <= 2` is true and `null + 1` is 1, so that one unguarded expression, or
 * danfo's mean of a group, would count an unknown score as 0. Any comparison with `NaN` is false,
 * any sum with it is `NaN`, and both libraries count it as missing.
 */
export interface Columns {
  readonly texts: Readonly<Record<string, readonly (string | null)[]>>;
  readonly numbers: Readonly<Record<string, readonly number[]>>;
}

const texts: Readonly<Record<string, (a: Assessment) => string | null>> = {
  gss_code: (a) => a.gssCode,
  council: (a) => a.council,
  region: (a) => a.region,
  type: (a) => a.councilType,
  kind: (a) => a.kind,
  status: (a) => a.status,
  confidence: (a) => a.confidence,
  published: (a) => a.published,
  rating: (a) => a.rating,
  implied_rating: (a) => a.impliedRating,
};

function numbersOf({ parts }: Scheme): Record<string, (a: Assessment) => number | null> {
  return {
    percentage: (a) => a.percentage,
    sum: (a) => a.sum,
    ...Object.fromEntries(parts.map(({ id }, i) => [id, (a: Assessment) => a.scores[i] ?? null])),
  };
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

interface OwnColumn {
  readonly name: string;
  readonly values: readonly (string | number | null)[];
  readonly isNumber: boolean;
}

/** The columns that the data declare besides. One that holds nothing is of text. */
function ownColumns(assessments: readonly Assessment[]): OwnColumn[] {
  const names = new Set(assessments.flatMap(({ own }) => Object.keys(own ?? {})));
  return [...names].map((name) => {
    const values = assessments.map(({ own }) => own?.[name] ?? null);
    return { name, values, isNumber: values.some((value) => typeof value === "number") };
  });
}

const textColumn = ({ name, values }: OwnColumn) =>
  [name, values.map((value) => (value === null ? null : String(value)))] as const;

const numberColumn = ({ name, values }: OwnColumn) =>
  [name, values.map((value) => (typeof value === "number" ? value : NaN))] as const;

/**
 * Assessments under one scheme as the columns that a data frame is made of, a part of the scheme a
 * column by its id. Throws a TypeError without the scheme, and for an assessment under another.
 */
export function toColumns(assessments: readonly Assessment[], scheme: Scheme): Columns {
  if (!Array.isArray(scheme?.parts)) throw new TypeError("expected the scheme of the assessments");
  const other = assessments.find((a) => a.scheme !== scheme.id);
  if (other)
    throw new TypeError(
      `expected assessments under ${scheme.id}: ${other.council}: ${other.scheme}`,
    );
  const own = ownColumns(assessments);
  return {
    texts: {
      ...mapValues(texts, (read) => assessments.map(read)),
      ...Object.fromEntries(own.filter(({ isNumber }) => !isNumber).map(textColumn)),
    },
    numbers: {
      ...mapValues(numbersOf(scheme), (read) => assessments.map((a) => read(a) ?? NaN)),
      ...Object.fromEntries(own.filter(({ isNumber }) => isNumber).map(numberColumn)),
    },
  };
}
