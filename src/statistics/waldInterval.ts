/** The 97.5th percentile of the standard normal. */
const z = 1.959963984540054;

/** The 95% interval of an estimate with a normal law: 1.96 standard errors either way. */
export function waldInterval(estimate: number, error: number): [number, number] {
  return [estimate - z * error, estimate + z * error];
}
