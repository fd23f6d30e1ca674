import type { Consistency } from "../analysis/consistency.js";
import { count, number, percent } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";
import { aboutSoMany } from "./wording.js";

/** How many councils another panel would be expected to rate otherwise, at the chance `e`. */
export function anotherPanel({ n, independent, leniency }: Consistency, e: number): Finding {
  const [alone, together] = [independent, leniency].map(
    (curve) => curve.find((point) => point.e === e)?.expected ?? null,
  );
  if (alone === null || together === null)
    return nothing("No council here has every score known", "what another panel would change");
  return {
    headline: `At a ${percent(e)} chance, another panel changes ${aboutSoMany(alone)} ${alone < 1.5 ? "rating" : "ratings"}`,
    detail:
      `Of ${count(n, "council")}, ${number(alone, 1)} are expected if it scored each statement one point differently with that chance. ` +
      `If a lenient or severe panel moved all the same way, it would be ${number(together, 1)}. ` +
      "Nobody knows that chance. This says nothing of any one council.",
    note:
      "A chance that is the same for every statement and council is an assumption. So is that a score " +
      "moves by one point at most.",
  };
}
