import type { Scheme } from "../../ratings/scheme.js";
import { assessmentKey } from "./assessmentKey.js";
import type { Assessment } from "./dataset.js";

type Value = string | number | null;

/** A value of an assessment that two datasets hold differently, by its column. */
export interface ValueChange {
  readonly field: string;
  readonly old: Value;
  readonly new: Value;
}

/** What is looked at of an assessment. */
export type Compared = Pick<
  Assessment,
  | "gssCode"
  | "council"
  | "kind"
  | "scheme"
  | "published"
  | "status"
  | "confidence"
  | "rating"
  | "percentage"
  | "scores"
>;

type Named = Pick<Compared, "gssCode" | "council" | "kind" | "scheme" | "published" | "confidence">;

export interface AssessmentsComparison {
  readonly added: readonly Named[];
  readonly gone: readonly Named[];
  /** Assessments in both that differ, as the later dataset names them. */
  readonly changed: readonly (Named & { readonly values: readonly ValueChange[] })[];
}

/** The values of an assessment that CQC publishes or that say how it stands, by column. */
function valuesOf(a: Compared, schemes: readonly Scheme[]): [string, Value][] {
  const parts = schemes.find(({ id }) => id === a.scheme)?.parts ?? [];
  return [
    ["status", a.status],
    ["confidence", a.confidence],
    ["rating", a.rating],
    ["score_pct", a.percentage],
    ["published", a.published],
    ...parts.map(({ id }, i): [string, Value] => [id, a.scores[i]]),
  ];
}

function named({ gssCode, council, kind, scheme, published, confidence }: Compared): Named {
  return { gssCode, council, kind, scheme, published, confidence };
}

/**
 * What two datasets hold differently. An assessment is the same in both where council, kind,
 * scheme and date agree; of what is left, where the first three do, as a date may have become known.
 */
export function compareAssessments(
  before: readonly Compared[],
  after: readonly Compared[],
  schemes: readonly Scheme[],
): AssessmentsComparison {
  const rest = new Set(before);
  const partner = new Map<Compared, Compared>();
  const pair = (keyOf: (a: Compared) => string) => {
    for (const a of after) {
      if (partner.has(a)) continue;
      const other = [...rest].find((b) => keyOf(b) === keyOf(a));
      if (!other) continue;
      partner.set(a, other);
      rest.delete(other);
    }
  };
  pair(assessmentKey);
  pair((a) => assessmentKey({ ...a, published: null }));
  const changed = [...partner].flatMap(([a, b]) => {
    const old = new Map(valuesOf(b, schemes));
    const values = valuesOf(a, schemes)
      .map(([field, value]) => ({ field, old: old.get(field)!, new: value }))
      .filter((change) => change.old !== change.new);
    return values.length === 0 ? [] : [{ ...named(a), values }];
  });
  return {
    added: after.filter((a) => !partner.has(a)).map(named),
    gone: [...rest].map(named),
    changed,
  };
}
