/**
 * The distribution of a sum of independent whole numbers from 0, by convolution:
 * `distributions[i][v]` is the probability that the i-th is v, and the result's element s the
 * probability that they add up to s. Without numbers the sum is 0.
 *
 * Source: Lord and Wingersky, Applied Psychological Measurement 8 (1984), for scores of items.
 */
export function convolve(distributions: readonly ArrayLike<number>[]): Float64Array {
  let sum = Float64Array.of(1);
  for (const distribution of distributions) {
    const next = new Float64Array(sum.length + distribution.length - 1);
    for (let v = 0; v < distribution.length; v++) {
      const p = distribution[v];
      if (p === 0) continue;
      for (let s = 0; s < sum.length; s++) next[s + v] += p * sum[s];
    }
    sum = next;
  }
  return sum;
}
