import type { Assessment, Council, Dataset } from "../data/dataset.js";
import { perObject } from "../../perObject.js";
import { assessmentsOf } from "./assessmentsOf.js";
import { select } from "./select.js";

/**
 * How much may be said of a council's word. `stated`: it stands as CQC published or revised it.
 * `lowConfidence`: one source that may be wrong gives it. `withdrawn`: CQC took the report down and
 * no other formal one is known. `indicative`: no formal assessment is known, but a pilot is.
 * `none`: no assessment is known.
 */
export type Standing = "stated" | "lowConfidence" | "withdrawn" | "indicative" | "none";

export interface CouncilStanding {
  readonly council: Council;
  readonly standing: Standing;
  /**
   * The assessment that may be shown: the latest formal one that is not withdrawn, else the pilot.
   * Null where there is none, or only one that was withdrawn.
   */
  readonly assessment: Assessment | null;
  /** Every assessment of the council: the oldest first, those without a date last. */
  readonly assessments: readonly Assessment[];
}

const currentOf = perObject(
  (dataset: Dataset) =>
    new Map(select(dataset, null, { set: "all" }).assessments.map((a) => [a.gssCode, a])),
);

/** What is known of one council's assessment, and how much may be said of it. */
export function councilStanding(dataset: Dataset, council: Council): CouncilStanding {
  const dateOf = ({ published }: Assessment) => published ?? "9999";
  const assessments = [...assessmentsOf(dataset, council.gssCode)].sort((a, b) =>
    dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0,
  );
  const current = currentOf(dataset).get(council.gssCode);
  if (current) {
    const standing = current.confidence === "low" ? "lowConfidence" : "stated";
    return { council, standing, assessment: current, assessments };
  }
  if (assessments.some((a) => a.kind === "formal"))
    return { council, standing: "withdrawn", assessment: null, assessments };
  const pilot = assessments.findLast((a) => a.status !== "withdrawn") ?? null;
  return { council, standing: pilot ? "indicative" : "none", assessment: pilot, assessments };
}
