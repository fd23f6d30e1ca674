import type { GroupTest, Regions } from "../analysis/regions.js";
import { count, list, pValue } from "../../engine/report/format.js";
import type { Finding } from "./finding.js";
import { sentences } from "./wording.js";

/** At and below this p a test is told as one that speaks against chance. */
const level = 0.05;

/** What each test says; in one sentence where both say the same. */
function verdicts({ kruskalWallis, types }: Regions): string {
  const tests = [
    { what: "regions", test: kruskalWallis },
    { what: "types", test: types.kruskalWallis },
  ].filter(({ test }) => test !== null);
  const of = (isChance: boolean) =>
    list(
      tests.filter(({ test }) => test!.permutationP > level === isChance).map(({ what }) => what),
    );
  const [chance, more] = [of(true), of(false)];
  return sentences(
    chance && `Totals of ${chance} could be as far apart by chance.`,
    more && `Totals of ${more} lie further apart than chance often puts them.`,
  );
}

const isBeyondChance = ({ kruskalWallis }: Regions) =>
  kruskalWallis !== null && kruskalWallis.permutationP <= level;

const testWords = (what: string, { groups, permutationP }: GroupTest) =>
  `over ${groups} ${what} ${pValue(permutationP)}`;

const setWords = ({ set, n }: Regions) =>
  `On ${set === "complete" ? "the complete set" : "every report known"} (${count(n, "council")}${set === "complete" ? "" : ", no fair sample"})`;

function noteOf(result: Regions): string {
  const { kruskalWallis, types } = result;
  const tests = [
    ...(kruskalWallis ? [testWords("regions", kruskalWallis)] : []),
    ...(types.kruskalWallis ? [testWords("types of council", types.kruskalWallis)] : []),
  ];
  return tests.length === 0 ? "" : `${setWords(result)}: ${list(tests)}.`;
}

/**
 * Whether totals differ between regions and between types of council by more than chance gives.
 * `other` is the same on the other set, for the note.
 */
export function regionsApart(result: Regions, other: Regions): Finding {
  const { kruskalWallis, types } = result;
  const caution =
    "Each holds other councils, assessed at other times, so a difference shows no cause.";
  if (kruskalWallis === null && types.kruskalWallis === null)
    return { headline: "Too little is known to compare regions", detail: caution };
  const both = [noteOf(result), ...(other.n === result.n ? [] : [noteOf(other)])].join(" ");
  return {
    headline: "Whether regions or types of council differ is not settled",
    detail: sentences(
      verdicts(result),
      isBeyondChance(other) && !isBeyondChance(result)
        ? "On every report that is known, no fair sample, regions lie further apart."
        : "",
      caution,
    ),
    note:
      "The Kruskal-Wallis test, by permutation, asks whether totals of all groups could come from " +
      `one distribution, were councils dealt out by chance. ${both} A large p does not show that ` +
      "groups are alike. A small one shows no cause, and the p are not adjusted for how many tests were made.",
  };
}
