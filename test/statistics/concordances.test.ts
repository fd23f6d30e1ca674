import { expect, it } from "vitest";
import { concordances, concordancesInTurn } from "../../src/statistics/concordances.js";
import { random } from "../../src/statistics/random.js";

it("counts concordant less discordant pairs of each quantity, ties and unknown values 0", () => {
  // y: 1 2 2 3. x = 1 2 3 4 agrees on 5 pairs, the tie counts 0; reversed it disagrees on 5.
  // 1 1 2 2: pairs 13, 14, 23 (tied in y), 24 count: 3. Without the third: 12, 14, 24: 3.
  const xs = [
    [1, 2, 3, 4],
    [4, 3, 2, 1],
    [1, 1, 2, 2],
    [1, 2, null, 4],
    [5, 5, 5, 5],
  ];
  const sOf = concordances(xs, 4);
  expect([...sOf(Int32Array.of(1, 2, 2, 3))]).toEqual([5, -5, 3, 3, 0]);
  // Another arrangement: y = 3 2 2 1.
  expect([...sOf(Int32Array.of(3, 2, 2, 1))]).toEqual([-5, 5, -3, -3, 0]);
});

it("keeps sums apart whatever their number and sign", () => {
  const stream = random(1);
  const n = 40;
  const xs = Array.from({ length: 23 }, () => Array.from({ length: n }, () => stream.integer(9)));
  xs[3] = xs[3].map((_, i) => i);
  xs[4] = xs[3].map((value) => -value);
  const y = Int32Array.from({ length: n }, (_, i) => i);
  const found = [...concordances(xs, n)(y)];
  expect(found[3]).toBe(780);
  expect(found[4]).toBe(-780);
  const byHand = xs.map((x) => {
    let s = 0;
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) s += Math.sign(x[i] - x[j]);
    return s;
  });
  expect(found).toEqual(byHand);
});

it("has no pair to count in one unit", () => {
  expect([...concordances([[1], [2]], 1)(Int32Array.of(1))]).toEqual([0, 0]);
});

it("counts the same in turn, whatever is tied or unknown", () => {
  // The first case above, by hand.
  const few = [
    [1, 2, 3, 4],
    [1, 1, 2, 2],
    [1, 2, null, 4],
    [5, 5, 5, 5],
    [null, null, null, null],
  ];
  expect([...concordancesInTurn(few, 3)(Int32Array.of(1, 2, 2, 3))]).toEqual([5, 3, 3, 0, 0]);
  const stream = random(2);
  const n = 60;
  const xs = Array.from({ length: 9 }, () =>
    Array.from({ length: n }, () => (stream.integer(5) === 0 ? null : stream.integer(12))),
  );
  const [together, inTurn] = [concordances(xs, n), concordancesInTurn(xs, 7)];
  for (let draw = 0; draw < 5; draw++) {
    const y = Int32Array.from({ length: n }, () => 1 + stream.integer(7));
    expect(inTurn(y)).toEqual(together(y));
  }
});
