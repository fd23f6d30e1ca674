import { list, number } from "../../engine/report/format.js";
import { withoutWord } from "../../ratings/incomputable.js";
import type { Schemes } from "../analysis/schemes.js";
import { nothing, type Finding } from "./finding.js";

/** Who rates parts and gives no word of the whole. */
export function withoutOverall({ schemes }: Schemes): Finding {
  const wordless = Object.values(schemes).filter(
    ({ reasons, n }) => reasons.wordShare === withoutWord && n > 1,
  );
  const known = wordless.filter(({ allAlike }) => allAlike !== null);
  if (known.length === 0)
    return nothing("Every scheme known here gives an overall rating", "schemes with grades alone");
  const regulators = [...new Set(known.map(({ regulator }) => regulator))];
  const parts = known.map(
    ({ label, n, allAlike }) => `${number(Math.round(allAlike! * n))} of ${number(n)} ${label}`,
  );
  return {
    headline: `${list(regulators)} ${regulators.length === 1 ? "gives" : "give"} grades without an overall rating`,
    detail: `All grades are the same for ${list(parts)}.`,
  };
}
