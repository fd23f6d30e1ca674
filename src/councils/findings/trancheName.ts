import { date } from "../../engine/report/format.js";
import type { Tranche } from "../analysis/tranches.js";

/** What pilots, the first councils and later ones are called. */
export function trancheName({ tranche }: Pick<Tranche, "tranche">, firstTrancheTo: string): string {
  return {
    pilot: "Pilots",
    first: `To ${date(firstTrancheTo)}`,
    later: `After ${date(firstTrancheTo)}`,
  }[tranche];
}
