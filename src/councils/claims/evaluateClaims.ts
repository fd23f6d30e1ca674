import { checkJson } from "../analysis/checkJson.js";
import { select } from "../analysis/select.js";
import type { Need, SetName } from "../analysis/select.js";
import type { Dataset } from "../data/dataset.js";
import { defaultReplicates, defaultSeed } from "../../statistics/bootstrap.js";
import type { SimulationOptions } from "../../statistics/bootstrap.js";
import { holm } from "../../statistics/holm.js";
import type { Claim, Evidence, JudgedEvidence, Verdict } from "./claim.js";
import { claims as allClaims } from "./claims.js";
import { edgeOf, isWithinDraws } from "./edge.js";
import type { Edge } from "./edge.js";
import { otherSet } from "./sensitivities.js";
import type { Sensitivity } from "./sensitivities.js";

/** A claim on other data. */
export interface SensitivityResult
  extends
    Pick<Sensitivity, "id">,
    Pick<JudgedEvidence, "set" | "n" | "estimate" | "interval" | "p" | "adjustedP" | "reason"> {
  /** What was taken another way. */
  readonly words: string;
  readonly verdict: Verdict;
  readonly changesVerdict: boolean;
}

/** A claim with its evidence, its verdict, and where other data change it. */
export interface ClaimResult extends Pick<
  Claim,
  "id" | "text" | "by" | "kind" | "set" | "quantity" | "unit" | "beside" | "family"
> {
  /** In words. */
  readonly rule: string;
  /** What the interval is held against; empty for a rule that looks at p. */
  readonly bounds: readonly number[];
  readonly verdict: Verdict;
  readonly evidence: JudgedEvidence;
  /** How close the interval comes to a bound; null where it does not come close. */
  readonly edge: Edge | null;
  /** The claim on other data, where these change what it uses. */
  readonly sensitivities: readonly SensitivityResult[];
  /** Draws on the data as they are. */
  readonly replicates: number;
  readonly seed: number;
}

/** Which claims to evaluate, with how many draws and which seed. */
export interface EvaluateOptions extends SimulationOptions {
  /** Those to evaluate; all by default. */
  readonly claims?: readonly Claim[];
  /**
   * Draws on other data, for a verdict only: as many as on the data as they are, by default, and
   * where fewer could decide it otherwise.
   */
  readonly replicatesOnOtherData?: number;
}

/** The set of a claim with its other set asked for or not, and the data taken another way or not. */
interface Case {
  readonly other: boolean;
  readonly sensitivity: Sensitivity | null;
}

const asStated: Case = { other: false, sensitivity: null };

/** What a claim uses of an assessment, by what its test needs. */
const usedOf: Readonly<Record<Need, "rating" | "sum" | "scores">> = {
  rating: "rating",
  sum: "sum",
  scores: "scores",
  anyScore: "scores",
};

/** Evidence, and how many draws made it. */
interface Drawn {
  readonly evidence: Evidence;
  readonly replicates: number;
}

function edgeAt({ rule }: Claim, { evidence, replicates }: Drawn): Edge | null {
  return edgeOf(evidence, rule.bounds ?? [], replicates, rule.boundsOfEnds);
}

/**
 * The verdicts on claims: the evidence of each by its own test, p-values adjusted by Holm over
 * each family, the rule; and the same again on other data, where these change what a claim uses.
 * On the data as they are, evidence is drawn four times as often where another seed could move an
 * end of its interval over a bound of the rule.
 *
 * A family is adjusted whole, whichever of its claims are asked for, and a p-value that cannot be
 * computed counts as 1 in it. Throws a TypeError for two claims with one id, and one that names a
 * claim whose test gives anything but plain JSON.
 */
export function evaluateClaims(
  dataset: Dataset,
  {
    claims = allClaims,
    replicates = defaultReplicates,
    replicatesOnOtherData = replicates,
    seed = defaultSeed,
  }: EvaluateOptions = {},
): ClaimResult[] {
  const datasets = new Map<Sensitivity, Dataset>();
  const dataOf = ({ sensitivity }: Case): Dataset => {
    if (!sensitivity?.dataset) return dataset;
    const known = datasets.get(sensitivity) ?? sensitivity.dataset(dataset);
    datasets.set(sensitivity, known);
    return known;
  };
  const setOf = (claim: Claim, { other }: Case): SetName =>
    other ? otherSet.set!(claim.set) : claim.set;

  const found = new Map<string, Drawn>();
  const drawnOf = (claim: Claim, at: Case): Drawn => {
    const key = [claim.id, at.other, at.sensitivity?.id].join();
    const known = found.get(key);
    if (known) return known;
    const isAsStated = at.sensitivity === null && !at.other;
    const draw = (draws: number): Drawn => ({
      replicates: draws,
      evidence: claim.test(dataOf(at), {
        set: setOf(claim, at),
        replicates: draws,
        seed,
        isAsStated,
      }),
    });
    const first = draw(isAsStated ? replicates : replicatesOnOtherData);
    // A verdict must not hang on the seed, if four times the draws, which halve its error, can settle it;
    // nor, on other data, on drawing less often there.
    const more = isAsStated ? 4 * replicates + 3 : replicates;
    const drawn =
      more > first.replicates && isWithinDraws(edgeAt(claim, first)) ? draw(more) : first;
    checkJson(drawn.evidence, `claim ${claim.id}: evidence`);
    found.set(key, drawn);
    return drawn;
  };
  const evidenceOf = (claim: Claim, at: Case): Evidence => drawnOf(claim, at).evidence;

  const usedBy = (claim: Claim, at: Case): string => {
    const { assessments } = select(dataOf(at), claim.need, { set: setOf(claim, at) });
    return JSON.stringify(assessments.map((a) => [a.gssCode, a[usedOf[claim.need]]]));
  };
  /** The case in which a sensitivity changes what the claim uses: its own set first. */
  const caseOf = (claim: Claim, sensitivity: Sensitivity): Case | null => {
    if (sensitivity === otherSet) return { other: true, sensitivity: null };
    const sets = claim.sensitivities.includes(otherSet) ? [false, true] : [false];
    for (const other of sets) {
      const at = { other, sensitivity };
      if (usedBy(claim, at) !== usedBy(claim, { other, sensitivity: null })) return at;
    }
    return null;
  };

  const everyClaim = [...new Set([...claims, ...allClaims])];
  const ids = everyClaim.map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) < i);
  if (twice !== undefined) throw new TypeError(`claim ${twice}: id: another claim has it`);
  /** A claim of the same family in that case, as far as the case is one of its own. */
  const likeCase = (claim: Claim, { other, sensitivity }: Case): Case => ({
    other: other && claim.sensitivities.includes(otherSet),
    sensitivity: sensitivity && claim.sensitivities.includes(sensitivity) ? sensitivity : null,
  });
  const judged = (claim: Claim, at: Case): JudgedEvidence => {
    const evidence = evidenceOf(claim, at);
    if (claim.family === null || evidence.p === null) return { ...evidence, adjustedP: evidence.p };
    const family = everyClaim.filter((other) => other.family === claim.family);
    const p = family.map((member) => evidenceOf(member, likeCase(member, at)).p ?? 1);
    return { ...evidence, adjustedP: holm(p)[family.indexOf(claim)] };
  };

  return claims.map((claim) => {
    const evidence = judged(claim, asStated);
    const verdict = claim.rule.verdict(evidence);
    const { id, text, by, kind, set, quantity, unit, beside, family } = claim;
    const sensitivities = claim.sensitivities.flatMap((sensitivity): SensitivityResult[] => {
      const at = caseOf(claim, sensitivity);
      if (!at) return [];
      const result = judged(claim, at);
      const { n, estimate, interval, p, adjustedP, reason } = result;
      const changed = claim.rule.verdict(result);
      return [
        {
          id: sensitivity.id,
          words: sensitivity.words(dataset),
          set: result.set,
          n,
          estimate,
          interval,
          p,
          adjustedP,
          reason,
          verdict: changed,
          changesVerdict: changed !== verdict,
        },
      ];
    });
    return {
      id,
      text,
      by,
      kind,
      set,
      quantity,
      unit,
      beside,
      family,
      rule: claim.rule.words,
      bounds: claim.rule.bounds ?? [],
      verdict,
      evidence,
      edge: edgeAt(claim, drawnOf(claim, asStated)),
      sensitivities,
      replicates: drawnOf(claim, asStated).replicates,
      seed,
    };
  });
}
