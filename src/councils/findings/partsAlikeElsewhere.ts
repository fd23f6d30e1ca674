import { list, percent } from "../../engine/report/format.js";
import type { Schemes } from "../analysis/schemes.js";
import { nothing, type Finding } from "./finding.js";
import { withWord } from "./wordShareElsewhere.js";

/** How many parts schemes have: "4", or "3 to 5". */
function partsOf(schemes: readonly { readonly parts: number }[]): string {
  const parts = schemes.map((one) => one.parts);
  const [least, most] = [Math.min(...parts), Math.max(...parts)];
  return least === most ? String(least) : `${least} to ${most}`;
}

/** How often a low part stands under a good word, in each scheme. */
export function partsAlikeElsewhere(result: Schemes): Finding {
  const known = withWord(result).filter(({ lowUnderGood }) => lowUnderGood !== null);
  if (known.length < 2)
    return nothing("No two schemes with good ratings are known here", "low parts under them");
  const [councils, ...others] = known;
  const of = ({ lowUnderGood }: (typeof known)[number]) =>
    `${lowUnderGood![0]} of ${lowUnderGood![1]}`;
  const shares = others.map(({ lowUnderGood }) => lowUnderGood![0] / lowUnderGood![1]);
  return {
    headline: `${of(councils)} councils rated well have a part below good`,
    detail: `That is ${percent(councils.lowUnderGood![0] / councils.lowUnderGood![1])}. In the other schemes, which have ${partsOf(others)} parts, it is ${percent(Math.min(...shares))} to ${percent(Math.max(...shares))}. The more parts there are, the likelier it is that one is low.`,
    tile: { number: of(councils), words: "councils rated well with a low part" },
    note: `All parts have one grade in ${list(known.map((one) => `${percent(one.allAlike!)} (${one.label})`))}.`,
  };
}
