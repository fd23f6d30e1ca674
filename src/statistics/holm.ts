/**
 * Holm's step-down adjustment of a family of p-values, in the order given: an adjusted value at
 * most α is rejected while the chance of any false rejection stays at most α. Throws a RangeError
 * for a p-value outside 0 to 1.
 *
 * Source: Holm, Scandinavian Journal of Statistics 6 (1979).
 */
export function holm(pValues: readonly number[]): number[] {
  const wrong = pValues.find((p) => !(p >= 0 && p <= 1));
  if (wrong !== undefined) throw new RangeError(`expected p-values from 0 to 1: ${wrong}`);
  const adjusted = Array<number>(pValues.length);
  let highest = 0;
  const order = pValues.map((_, i) => i).sort((i, j) => pValues[i] - pValues[j]);
  order.forEach((index, place) => {
    highest = Math.max(highest, Math.min(1, (pValues.length - place) * pValues[index]));
    adjusted[index] = highest;
  });
  return adjusted;
}
