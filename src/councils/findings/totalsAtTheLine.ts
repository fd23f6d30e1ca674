import { cutsOf, goodRank, type Scheme } from "../../ratings/scheme.js";
import { verdictWords } from "../analysis/verdictWords.js";
import type { Heaping } from "../analysis/heaping.js";
import { count, number, pValue } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";
import { have, sentences } from "./wording.js";

function curves({ excess23, counterfactuals }: Heaping["complete"]): string {
  if (excess23 === null) return "";
  const fitted = counterfactuals.map(({ expected23 }) => expected23);
  const [low, high] = [Math.min(...fitted), Math.max(...fitted)].map((one) => number(one, 1));
  return `Smooth curves through the other totals expect ${low} to ${high}.`;
}

/** Which p the same test gives elsewhere, and what the claim fixed in advance has to go by. */
function noteOf({ complete, preregistered }: Heaping, line: number): string {
  const tests = complete.placebo.flatMap(({ cut, p }) => (p === null ? [] : [{ cut, p }]));
  const atLine = tests.find(({ cut }) => cut === line);
  const least = Math.min(1, ...tests.filter(({ cut }) => cut !== line).map(({ p }) => p));
  const { excess23, counterfactuals } = complete;
  const { of, verdict, decision } = preregistered;
  return sentences(
    excess23 === null
      ? ""
      : `At ${line}, ${number(excess23[0], 1)} to ${number(excess23[1], 1)} councils lie beyond what ${count(counterfactuals.length, "curve")} ${counterfactuals.length === 1 ? "expects" : "expect"}. That range is over choices of curve, and no interval.`,
    "Heaping is tested after Frandsen (2017), for scores that are whole numbers, and p is a curve in k, how far a smooth distribution may bend at the cut. Other tests of heaping need more different totals than there are.",
    atLine === undefined || least > 0.99
      ? ""
      : `Run in the same way at the other totals near it, where no rating changes, the test gives ${pValue(least)} or more, and at ${line} ${pValue(atLine.p)}.`,
    "The heap was found in the complete set, so no p from it decides anything.",
    `The claim that totals heap is decided on the councils outside it, by a test fixed in advance, and is ${verdictWords[verdict]}${of > 0 && decision === null ? " so far: until the totals of 95% of them are known nothing is tested on them" : ""}.`,
  );
}

/** How many councils have the lowest total that is good, and the totals beside it. */
export function totalsAtTheLine(scheme: Scheme, result: Heaping): Finding {
  const cuts = cutsOf(scheme);
  const { n, n22, n23, n24 } = result.complete;
  if (n === 0 || cuts === null)
    return nothing("No total in the complete set is known", "how many lie where Good begins");
  const line = cuts[goodRank(scheme) - 1];
  return {
    headline: `${n23} of ${count(n, "council")} ${have(n === 1 ? n : n23)} the lowest total that is ${scheme.good}`,
    detail: sentences(
      `That is ${line}. One point below are ${n22} and one above ${n24}.`,
      curves(result.complete),
      "A test fixed in advance decides whether totals heap there.",
    ),
    tile: { number: String(n23), words: `councils at the lowest total that is ${scheme.good}` },
    note: noteOf(result, line),
  };
}
