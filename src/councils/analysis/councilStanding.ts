import type { Assessment, Council, Dataset } from "../data/dataset.js";
import { followersOf, predecessorsOf, type Successor } from "../data/successions.js";
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

/** What may be said of a council's assessment: reported, pilot, withdrawn or not yet. */
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
  /** The councils that have followed it: its ratings ended with it. None where it is still there. */
  readonly followers: readonly Successor[];
  /** The councils that it has followed, whose ratings are not its own. */
  readonly predecessors: readonly Successor[];
}

const currentOf = perObject(
  (dataset: Dataset) =>
    new Map(
      // A council that has ended keeps its own assessment, though it counts no longer.
      select({ ...dataset, successors: [] }, null, { set: "all" }).assessments.map((a) => [
        a.gssCode,
        a,
      ]),
    ),
);

/** What is known of one council's assessment, and how much may be said of it. */
export function councilStanding(dataset: Dataset, council: Council): CouncilStanding {
  const dateOf = ({ published }: Assessment) => published ?? "9999";
  const assessments = [...assessmentsOf(dataset, council.gssCode)].sort((a, b) =>
    dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0,
  );
  const { gssCode } = council;
  const all = {
    council,
    assessments,
    followers: followersOf(dataset, gssCode),
    predecessors: predecessorsOf(dataset, gssCode),
  };
  const current = currentOf(dataset).get(gssCode);
  if (current) {
    const standing = current.confidence === "low" ? "lowConfidence" : "stated";
    return { ...all, standing, assessment: current };
  }
  if (assessments.some((a) => a.kind === "formal"))
    return { ...all, standing: "withdrawn", assessment: null };
  const pilot = assessments.findLast((a) => a.status !== "withdrawn") ?? null;
  return { ...all, standing: pilot ? "indicative" : "none", assessment: pilot };
}
