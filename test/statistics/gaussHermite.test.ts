import { expect, test } from "vitest";
import { gaussHermite } from "../../src/statistics/gaussHermite.js";
import { expectAllClose, expectClose } from "./close.js";

test("three nodes are those worked by hand", () => {
  // The roots of x^3 - 3x; the weights solve E 1 = 1 and E Z^2 = 1 with the middle one 2/3.
  const { nodes, weights } = gaussHermite(3);
  expectAllClose(nodes, [-Math.sqrt(3), 0, Math.sqrt(3)]);
  expectAllClose(weights, [1 / 6, 2 / 3, 1 / 6]);
});

test("fifteen nodes give every moment of the normal up to degree 29", () => {
  const { nodes, weights } = gaussHermite(15);
  let moment = 1;
  for (let degree = 0; degree < 30; degree += 2) {
    // E Z^d is the product of the odd numbers below d.
    if (degree > 0) moment *= degree - 1;
    expectClose(
      nodes.reduce((sum, x, i) => sum + weights[i] * x ** degree, 0),
      moment,
      1e-12,
    );
  }
});

test("refuses a number of nodes that is not whole", () => {
  expect(() => gaussHermite(0)).toThrow("expected a whole number of nodes from 1: 0");
  expect(() => gaussHermite(2.5)).toThrow("2.5");
});
