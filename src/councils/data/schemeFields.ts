import type { Field } from "../../datapackage/descriptor.js";
import type { Variants } from "../../datapackage/columns.js";
import type { Value } from "../../datapackage/tableSchema.js";
import {
  percentageOfSum,
  ratingsOf,
  totalsOf,
  type Scheme,
  type Score,
} from "../../ratings/scheme.js";

/**
 * What the columns of a table hold where a scheme decides it: the grade of each part, the word and
 * the percentage. A grade is a score where the scheme publishes scores, else the word of a level.
 */

function field(name: string, of: Pick<Field, "type" | "constraints">): Field {
  return { name, description: name, ...of };
}

function isScored({ levels }: Scheme): boolean {
  return levels.every(({ score }) => score !== null);
}

/** The column of a part's grade. */
export function gradeField(scheme: Scheme, name: string): Field {
  return isScored(scheme)
    ? field(name, {
        type: "integer",
        constraints: { minimum: 1, maximum: scheme.levels.length },
      })
    : wordField(scheme, name);
}

/** The column of the word. */
export function wordField(scheme: Scheme, name: string): Field {
  return field(name, { type: "string", constraints: { enum: [...ratingsOf(scheme)] } });
}

function percentageField(scheme: Scheme, name: string): Field {
  const { min, max } = totalsOf(scheme);
  const [minimum, maximum] = [min, max].map((total) => percentageOfSum(scheme, total));
  return field(name, { type: "integer", constraints: { minimum, maximum } });
}

/** A grade as its column holds it, as a place among the levels, from 1. */
export function gradeOf(scheme: Scheme, value: Value): Score | null {
  return typeof value === "string" ? ratingsOf(scheme).indexOf(value) + 1 : value;
}

/** A place among the levels as the column of a grade holds it. */
export function gradeText(scheme: Scheme, grade: Score | null): Value {
  return grade === null || isScored(scheme) ? grade : ratingsOf(scheme)[grade - 1];
}

/** Whether the scheme publishes a percentage of the highest total. */
export function hasPercentage({ whole }: Scheme): boolean {
  return whole.rule === "sum" && whole.percentage !== null;
}

/** Whether a scheme's parts are all columns of a table. */
export function fits(scheme: Scheme, columns: readonly string[]): boolean {
  return scheme.parts.every(({ id }) => columns.includes(id));
}

/** The columns of assessments.csv that a scheme decides. */
const decided = /^(rating|score_pct|qs\d+)$/;

/**
 * How the columns of assessments.csv are read in a row of each scheme. Under one that is not known,
 * or whose parts are not columns, nothing can be read in them: `assessmentRules` says so. A column
 * that the scheme does not publish is read as text, for the same rules to refuse.
 */
export function schemeVariants(fields: readonly Field[], schemes: readonly Scheme[]): Variants {
  const names = fields.map(({ name }) => name);
  return {
    column: "scheme",
    fieldsOf: (id) => {
      const scheme = schemes.find((one) => one.id === id);
      const isRead = scheme !== undefined && fits(scheme, names);
      const parts = new Set(scheme?.parts.map((part) => part.id));
      const fieldOf = (name: string): Field | null => {
        if (!isRead) return null;
        if (parts.has(name)) return gradeField(scheme, name);
        if (name === "rating" && scheme.whole.rule !== "none") return wordField(scheme, name);
        if (name === "score_pct" && hasPercentage(scheme)) return percentageField(scheme, name);
        return field(name, { type: "string", constraints: {} });
      };
      return new Map(
        names.filter((name) => decided.test(name)).map((name) => [name, fieldOf(name)]),
      );
    },
  };
}
