import type { Pairs } from "../analysis/pairs.js";
import { list, number } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";
import { belowGood } from "./wording.js";

/** On how many statements two councils with the same rating, or with another, differ. */
export function profilesApart({ scheme, hamming: { within, between } }: Pairs): Finding {
  const [weak, good] = [belowGood(scheme), scheme.good];
  const alike = within[good];
  if (alike === null)
    return nothing(`No two councils here are rated ${good}`, "how unlike such councils are");
  const across = between[`${weak}|${good}`];
  const others = [
    ...(within[weak] === null ? [] : [`two rated ${weak} differ on ${number(within[weak], 1)}`]),
    ...(across === null ? [] : [`one of each on ${number(across, 1)}`]),
  ];
  const beside = list(others);
  return {
    headline: `On average, two councils rated ${good} differ on ${number(alike, 1)} of ${scheme.parts.length} statements`,
    detail:
      (others.length === 0 ? "" : `${beside[0].toUpperCase()}${beside.slice(1)}. `) +
      "Councils would differ by chance too.",
  };
}
