import type { Signal } from "../analysis/signal.js";
import { claims } from "../claims/claims.js";
import { decimal, pValue } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";
import { level } from "./oneQualityBeside.js";
import { shortName } from "../../ratings/shortName.js";

/** Whether a statement moves with the rating more closely than one quality plus chance gives. */
export function movesWithRating({ scheme, withWord }: Signal): Finding {
  if (withWord === null)
    return nothing("Too few ratings differ in these data", "which statement moves with the rating");
  const { largest, p } = withWord;
  const name = shortName(scheme, largest);
  const family = claims.find(({ id }) => id === "C9")?.family;
  const looks = claims.filter((claim) => claim.family === family).length;
  return {
    headline:
      p > level
        ? "No statement moves with the rating more than its share"
        : `${name} seems to move with the rating more than its share`,
    detail:
      `${p > level ? `The closest is ${name}. One quality plus chance would often give as much.` : "One quality plus chance would seldom give as much, but many questions were asked of these data."} ` +
      "The claim is left open.",
    // Holm's p over a family is at most its size times p.
    note:
      `How closely a statement moves with the rating is closest for ${name}: ${pValue(p)}, allowing for ` +
      `the statements, and up to ${decimal(Math.min(1, looks * p))}, allowing for the ${looks} claims it was looked at with.`,
  };
}
