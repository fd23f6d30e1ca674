import type { Dataset, InterventionEvent } from "../data/dataset.js";

export type RungId =
  "rating" | "flagged" | "notification" | "letter" | "plan" | "board" | "adviser" | "direction";

/** What a published event is, in the order in which they tend to come. */
export const rungs: readonly {
  readonly id: RungId;
  readonly name: string;
  readonly pattern: RegExp;
}[] = [
  { id: "rating", name: "CQC's rating", pattern: /\brating of \w+ published/i },
  { id: "flagged", name: "Shortcomings flagged to the Government", pattern: /\bflagged\b/i },
  { id: "notification", name: "Section 50 notification by CQC", pattern: /\bsection 50\b/i },
  { id: "letter", name: "Letter from the Minister", pattern: /\bletter from the minister\b/i },
  { id: "plan", name: "Improvement plan", pattern: /\bimprovement plan\b/i },
  { id: "board", name: "Improvement board", pattern: /\bimprovement board\b/i },
  { id: "adviser", name: "Improvement adviser (non-statutory)", pattern: /\badviser\b/i },
  {
    id: "direction",
    name: "Direction or commissioner (statutory)",
    pattern: /\b(?:directions?|commissioners?)\b/i,
  },
];

/** The rung that an event's words name first in the list above, or null. */
export function rungOf({ event }: Pick<InterventionEvent, "event">): RungId | null {
  return rungs.find(({ pattern }) => pattern.test(event))?.id ?? null;
}

export interface Rung {
  readonly id: RungId;
  readonly name: string;
  /** Councils for which it was found. Not found is not "did not happen". */
  readonly n: number;
  readonly events: readonly InterventionEvent[];
}

/**
 * The published steps and events in the oversight of councils, by kind, each with its date and
 * source. A step is a ministerial decision; nothing read says that a rating triggers one.
 */
export function ladder({ interventions }: Pick<Dataset, "interventions">): {
  readonly rungs: readonly Rung[];
  /** Events whose words name none of the rungs. */
  readonly other: readonly InterventionEvent[];
} {
  return {
    rungs: rungs.map(({ id, name }) => {
      const events = interventions.filter((event) => rungOf(event) === id);
      return { id, name, n: new Set(events.map(({ gssCode }) => gssCode)).size, events };
    }),
    other: interventions.filter((event) => rungOf(event) === null),
  };
}

/**
 * The steps that are more than a rating. Every council that events tell of was rated: one whose rating
 * is among its events would stand apart from the others.
 */
export function besidesRatings<T extends Pick<ReturnType<typeof ladder>, "rungs">>(found: T): T {
  return { ...found, rungs: found.rungs.filter(({ id }) => id !== "rating") };
}
