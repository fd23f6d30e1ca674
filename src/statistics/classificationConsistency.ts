export interface ClassificationConsistency {
  /** The chance that two independent ratings fall on the same side of the cut. */
  readonly consistency: number;
  /** Cohen's kappa: consistency beyond chance; null where all ratings fall on one side. */
  readonly kappa: number | null;
  /** The chance that a rating falls at the cut or above it. */
  readonly share: number;
}

/**
 * How often two ratings agree that are independent given a true value: `masses` weighs the true
 * values, in any unit, and `chances` has each one's chance to be rated at the cut or above it.
 *
 * Source: Cohen, Educational and Psychological Measurement 20 (1960), for kappa.
 */
export function classificationConsistency(
  masses: readonly number[],
  chances: readonly number[],
): ClassificationConsistency {
  let [total, agree, above] = [0, 0, 0];
  masses.forEach((mass, i) => {
    const p = chances[i];
    total += mass;
    agree += mass * (p * p + (1 - p) ** 2);
    above += mass * p;
  });
  const consistency = agree / total;
  const share = above / total;
  const chance = share * share + (1 - share) ** 2;
  const kappa = chance < 1 - 1e-12 ? (consistency - chance) / (1 - chance) : null;
  return { consistency, kappa, share };
}
