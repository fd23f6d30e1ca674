import type { Reliability } from "../analysis/reliability.js";
import { decimal, percent } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";
import { goodOrBetter } from "./wording.js";

/** How often two panels would agree on the line to good, by a model of one quality. */
export function panelsAgree({ scheme, lee, livingstonLewis, incomputable }: Reliability): Finding {
  if (lee === null || lee.kappa === null) {
    const why =
      incomputable.find(({ quantity }) => quantity === "lee")?.reason ??
      "all ratings would fall on one side of Good";
    return {
      ...nothing("How often two panels would agree cannot be worked out", "their agreement"),
      note: `A cross-reference that needs no e, Lee's consistency, cannot be computed: ${why}.`,
    };
  }
  const names = goodOrBetter(scheme);
  const beside =
    livingstonLewis === null
      ? ""
      : ` Livingston and Lewis's figure for the same agreement, worked out from totals and alpha alone, is ${percent(livingstonLewis.consistency)}. However close the two are, neither confirms the other: its smooth distribution puts ${percent(livingstonLewis.share)} of councils at ${names}, where ${percent(livingstonLewis.observedShare)} are.`;
  return {
    headline: `By one model two panels agree on Good or better for ${percent(lee.consistency)}`,
    detail:
      "That is a share of councils, and the model is of one quality, with scores as below good or not. It has no interval here, and the truth may lie on either side.",
    note: `Agreement of two panels is Lee's consistency; kappa, which leaves out agreement by luck, is ${decimal(lee.kappa)}. A council's own strengths on some statements count as error, and a severity that a panel shares over all counts as truth.${beside}`,
  };
}
