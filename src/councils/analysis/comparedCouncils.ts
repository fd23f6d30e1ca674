import type { Council, Dataset } from "../data/dataset.js";
import { matchCouncil } from "../data/findCouncil.js";
import { councilProfile, type CouncilProfile } from "./councilProfile.js";
import { defaultCouncil } from "./defaultCouncil.js";
import { statisticalNeighbours } from "./statisticalNeighbours.js";
import type { SetName } from "./select.js";

/** How many councils are read beside each other at most. */
export const mostCompared = 5;

/**
 * The councils that texts name, once each and in their order; those that no council has are left out.
 * Where one is asked for and no more, the council most like it by place stands beside it; where none
 * can be found, the default and the one most like it.
 */
export function askedToCompare(dataset: Dataset, texts: readonly string[]): readonly Council[] {
  const asked = texts.filter((text) => text.trim() !== "");
  const named = asked.flatMap((text) => matchCouncil(dataset, text) ?? []);
  const unique = [...new Set(named)].slice(0, mostCompared);
  const first = unique[0] ?? defaultCouncil(dataset);
  // Whoever asks for two, the same twice or one that nobody knows, has not asked for a third.
  const isChosen = unique.length > 1 || (unique.length === 1 && asked.length > 1);
  if (isChosen || first === null) return unique;
  const others = dataset.councils.filter((one) => one !== first);
  const beside =
    statisticalNeighbours(dataset, first)[0] ??
    others.find(({ region }) => region === first.region);
  return beside === undefined ? [first] : [first, beside];
}

/** What may be shown of each of some councils beside the others. */
export function comparedCouncils(
  dataset: Dataset,
  councils: readonly Council[],
  { set = "complete" }: { readonly set?: SetName } = {},
): readonly CouncilProfile[] {
  return councils.map((council) => councilProfile(dataset, council, { set }));
}
