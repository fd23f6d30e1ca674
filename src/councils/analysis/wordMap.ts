import type { Confidence, ContextRow, Dataset } from "../data/dataset.js";
import { currentCouncils } from "../data/successions.js";
import type { Rating } from "../../ratings/scheme.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** A council, its published word and its hexagon in a map that gives each council the same area. */
export interface CouncilOnMap {
  readonly gssCode: string;
  readonly council: string;
  readonly region: string;
  /** `null` where it is not known in this set. */
  readonly rating: Rating | null;
  /** Of the word. */
  readonly confidence: Confidence | null;
  /** The centre of its hexagon, east and north, in units of a hexagon's side; `null`: no place. */
  readonly x: number | null;
  readonly y: number | null;
}

/** Every council with what a map may show of its rating. */
export interface WordMap extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** Every council in England, by name. */
  readonly councils: readonly CouncilOnMap[];
  readonly incomputable: readonly Incomputable[];
}

function placeOf(row: ContextRow | undefined) {
  const { x = null, y = null } = row ?? {};
  return typeof x === "number" && typeof y === "number" ? { x, y } : { x: null, y: null };
}

/** Where to look up the published word of each council. For looking up, never for inference. */
export function wordMap(dataset: Dataset, options: AnalysisOptions = {}): WordMap {
  const { scheme, set, assessments, n, leftOut } = select(dataset, "rating", options);
  const known = new Map(assessments.map((a) => [a.gssCode, a]));
  const layout = new Map((dataset.context["hex-layout"] ?? []).map((row) => [row.gss_code, row]));
  const councils = currentCouncils(dataset).map(({ gssCode, name, region }) => ({
    gssCode,
    council: name,
    region,
    rating: known.get(gssCode)?.rating ?? null,
    confidence: known.get(gssCode)?.confidence ?? null,
    ...placeOf(layout.get(gssCode)),
  }));
  const lost = councils.filter(({ x }) => x === null).length;
  return {
    scheme,
    set,
    n,
    leftOut,
    councils: councils.sort((a, b) => a.council.localeCompare(b.council, "en")),
    incomputable:
      lost > 0
        ? [{ quantity: "x", reason: `the layout has no place for this council: ${lost}` }]
        : [],
  };
}
