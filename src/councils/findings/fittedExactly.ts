import { count, list, number, percent } from "../../engine/report/format.js";
import type { Schemes } from "../analysis/schemes.js";
import { nothing, type Finding } from "./finding.js";

/** For which tables the usual fit of one quality plus chance is too coarse, and what is shown. */
export function fittedExactly({ schemes }: Schemes): Finding {
  const apart = Object.values(schemes).flatMap(({ label, oneQuality }) =>
    oneQuality?.exact ? [{ label, usual: oneQuality, exact: oneQuality.exact }] : [],
  );
  if (apart.length === 0)
    return nothing("The usual fit is fine enough for every scheme", "how the model is fitted");
  const share = (of: (typeof apart)[number]["usual" | "exact"]) =>
    of.wordShare === null ? "no share" : percent(of.wordShare[0]);
  return {
    headline: `The usual calculation is too coarse for ${count(apart.length, "table")}`,
    detail: apart
      .map(
        ({ label, usual, exact }) =>
          `For ${label} the usual way of fitting one quality plus chance says that the rating would tell ${share(usual)}; an exact one says ${share(exact)}, which is shown.`,
      )
      .join(" "),
    note: `The usual way takes the integral over bodies' quality at 15 points, as R's clmm(nAGQ = 15) does. Spread at 15 points and exactly: ${list(apart.map(({ label, usual, exact }) => `${number(usual.sigma, 2)} and ${number(exact.sigma, 2)} (${label})`))}.`,
  };
}
