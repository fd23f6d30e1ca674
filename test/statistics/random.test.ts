import { expect, it } from "vitest";
import { random } from "../../src/statistics/random.js";

it("is the Mersenne Twister: the 10,000th number of the C++ standard's default seed", () => {
  // ISO C++ [rand.predef]: the 10,000th draw of mt19937, seeded with 5489, is 4123659995. A double
  // takes two draws and keeps the low 27 bits of the second: 4123659995 - 30 * 2^27 = 97128155.
  const stream = random(5489);
  let last = 0;
  for (let i = 0; i < 5000; i++) last = stream.next();
  expect((last * 2 ** 53) % 2 ** 27).toBe(97128155);
});

it("draws whole numbers equally often", () => {
  // The .999 quantile of chi-square on 9 degrees of freedom is 27.9.
  const stream = random(6);
  const counts = Array<number>(10).fill(0);
  for (let i = 0; i < 100_000; i++) counts[stream.integer(10)]++;
  expect(counts.reduce((t, k) => t + (k - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9);
  // Of the largest number of choices the mean is 2^20 - 1/2, the standard error of 10,000 draws
  // 2^21 / sqrt(12 * 10000) = 6054.
  const large = Array.from({ length: 10_000 }, () => stream.integer(2 ** 21));
  const mean = large.reduce((t, k) => t + k, 0) / large.length;
  expect(large.every((k) => Number.isInteger(k) && k >= 0 && k < 2 ** 21)).toBe(true);
  expect(Math.abs(mean - 2 ** 20)).toBeLessThan(4 * 6054);
});

it("gives the same numbers for the same seed and others for another", () => {
  const draws = (seed: number) => {
    const stream = random(seed);
    return Array.from({ length: 5 }, () => stream.next());
  };
  expect(draws(1)).toEqual(draws(1));
  expect(draws(1)).not.toEqual(draws(2));
});

it("gives doubles in [0, 1) with mean 1/2 and variance 1/12", () => {
  const stream = random(3);
  const draws = Array.from({ length: 100_000 }, () => stream.next());
  expect(draws.every((x) => x >= 0 && x < 1)).toBe(true);
  const mean = draws.reduce((t, x) => t + x, 0) / draws.length;
  const variance = draws.reduce((t, x) => t + (x - mean) ** 2, 0) / draws.length;
  // Standard errors: 1 / sqrt(12 * 100000) = .0009 and sqrt(1 / (180 * 100000)) = .00024.
  expect(Math.abs(mean - 1 / 2)).toBeLessThan(0.004);
  expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.001);
});

it("shuffles in place and reaches each order of three equally often", () => {
  const stream = random(4);
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const values = [1, 2, 3];
    expect(stream.shuffle(values)).toBe(values);
    const order = values.join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual(["123", "132", "213", "231", "312", "321"]);
  // 1,000 expected of each; the .999 quantile of chi-square on 5 degrees of freedom is 20.5.
  const chiSquare = [...counts.values()].reduce((t, k) => t + (k - 1000) ** 2 / 1000, 0);
  expect(chiSquare).toBeLessThan(20.5);
  expect([...stream.shuffle(Float64Array.of(1, 2, 3))].sort()).toEqual([1, 2, 3]);
});

it("samples with replacement", () => {
  const stream = random(5);
  const sample = stream.sample(["a", "b"], 1000);
  expect(sample).toHaveLength(1000);
  expect(new Set(sample)).toEqual(new Set(["a", "b"]));
  expect(stream.sample([7, 8, 9])).toHaveLength(3);
  expect(stream.sample([], 0)).toEqual([]);
});

it("refuses a seed or a number of choices that is not a whole number in range", () => {
  for (const seed of [-1, 1.5, 2 ** 32, NaN]) expect(() => random(seed)).toThrow(RangeError);
  for (const n of [0, 1.5, 2 ** 21 + 1]) expect(() => random(1).integer(n)).toThrow("choices");
  expect(() => random(1).sample([], 1)).toThrow("choices");
});
