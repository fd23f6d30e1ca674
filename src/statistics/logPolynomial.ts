import { maximiseLogLinear } from "./logLinear.js";

/**
 * What a smooth curve says of cells that it did not see: the Poisson regression of the logarithm
 * of the counts on a polynomial in the cell's place, fitted without the cells of `dummied` (which
 * is the same as a dummy for each), gives the counts expected in those. `null` where the fit has
 * no maximum, as with too many empty cells. Throws a RangeError where fewer cells are left than
 * the polynomial has coefficients.
 */
export function logPolynomial(
  counts: readonly number[],
  dummied: readonly number[],
  degree: number,
): number[] | null {
  const seen = counts.map((_, i) => i).filter((i) => !dummied.includes(i));
  if (seen.length <= degree)
    throw new RangeError(`expected more than ${degree} cells to fit: ${seen.length}`);
  const middle = (counts.length - 1) / 2;
  const powers = (i: number) =>
    Array.from({ length: degree + 1 }, (_, power) => ((i - middle) / (middle || 1)) ** power);
  const observed = seen.map((i) => counts[i]);
  const mean = observed.reduce((sum, count) => sum + count, 0) / observed.length;
  if (mean === 0) return null;
  const start = Array.from({ length: degree + 1 }, (_, power) => (power ? 0 : Math.log(mean)));
  const theta = maximiseLogLinear(observed, seen.map(powers), start);
  return (
    theta &&
    dummied.map((i) =>
      Math.exp(powers(i).reduce((sum, value, power) => sum + value * theta[power], 0)),
    )
  );
}
