import { describe, expect, it } from "vitest";
import { remembered } from "../src/remembered.js";

/** Doubles numbers, and says how often it was asked to. */
function counted() {
  let times = 0;
  const double = remembered((values: readonly number[], { by = 2 } = {}) => {
    if (values.length === 0) throw new RangeError("expected numbers: none");
    times++;
    return values.map((value) => by * value);
  });
  return { double, times: () => times };
}

describe("a remembered computation", () => {
  it("is run once for the same arguments, whoever made them", () => {
    const { double, times } = counted();
    expect(double([1, 2])).toEqual([2, 4]);
    expect(double([1, 2])).toEqual([2, 4]);
    expect(double([1, 2], {})).toEqual([2, 4]);
    expect(times()).toBe(2);
    expect(double([1, 2], { by: 3 })).toEqual([3, 6]);
    expect(double([2, 1])).toEqual([4, 2]);
    expect(times()).toBe(4);
  });

  it("gives each who asks a copy of their own", () => {
    const { double } = counted();
    const first = double([1, 2]);
    first.reverse();
    first.push(9);
    expect(double([1, 2])).toEqual([2, 4]);
  });

  it("forgets what was asked for longest ago", () => {
    const { double, times } = counted();
    double([0]);
    for (let i = 1; i < 24; i++) double([i]);
    double([0]);
    expect(times()).toBe(24);
    double([24]);
    double([0]);
    expect(times()).toBe(25);
    double([1]);
    expect(times()).toBe(26);
  });

  it("throws again where it threw", () => {
    const { double, times } = counted();
    for (let i = 0; i < 2; i++) expect(() => double([])).toThrow("expected numbers: none");
    expect(times()).toBe(0);
  });
});
