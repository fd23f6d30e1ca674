import { describe, expect, it } from "vitest";
import {
  count,
  date,
  decimal,
  list,
  number,
  percent,
  percentBounds,
  percentInterval,
  pValue,
} from "../../../src/engine/report/format.js";

describe("numbers in prose", () => {
  it("writes counts with their noun", () => {
    expect(count(1, "council")).toBe("1 council");
    expect(count(0, "council")).toBe("0 councils");
    expect(count(1530, "council")).toBe("1,530 councils");
    expect(count(2, "body", "bodies")).toBe("2 bodies");
  });

  it("rounds shares, but never to nothing or all when they are not", () => {
    expect(percent(0)).toBe("0%");
    expect(percent(1)).toBe("100%");
    expect(percent(0.3056)).toBe("31%");
    expect(percent(0.004)).toBe("under 1%");
    expect(percent(0.005)).toBe("1%");
    expect(percent(0.996)).toBe("over 99%");
    expect(percent(0.995)).toBe("over 99%");
    expect(percent(0.994)).toBe("99%");
    expect(percent(0.9996, 1)).toBe("over 99.9%");
    expect(percent(0.116, 1)).toBe("11.6%");
    expect(percent(23 / 40)).toBe("58%"); // 57.5 exactly
    expect(percent(92 / 160, 0)).toBe("58%");
    expect(percentInterval([0.5216, 0.7975])).toBe("52% to 80%");
    expect(number(2.6, 1)).toBe("2.6");
    expect([number(-0.04, 1), number(-0.06, 1), number(-0)]).toEqual(["0.0", "-0.1", "0"]);
  });

  it("rounds certain bounds outward, so that they still hold", () => {
    // 2 and 63 of 153 are 1.307% and 41.176%; 56 and 117 are 36.6% and 76.5%.
    expect(percentBounds([2 / 153, 63 / 153])).toEqual(["1%", "42%"]);
    expect(percentBounds([56 / 153, 117 / 153])).toEqual(["36%", "77%"]);
    expect(percentBounds([56 / 153, 117 / 153], 1)).toEqual(["36.6%", "76.5%"]);
    expect(percentBounds([57.51 / 100, 57.59 / 100], 1)).toEqual(["57.5%", "57.6%"]);
    // Whole already, though 100 times 0.07 or 0.29 is not in a double.
    expect(percentBounds([0.07, 0.29])).toEqual(["7%", "29%"]);
    expect(percentBounds([0, 1])).toEqual(["0%", "100%"]);
    expect(percentBounds([0.004, 0.996])).toEqual(["under 1%", "over 99%"]);
  });

  it("writes a p and a bound with the nought before the point", () => {
    expect(decimal(0.07)).toBe("0.07");
    expect(decimal(0)).toBe("0");
    expect(decimal(1)).toBe("1");
    expect(decimal(0.0625, 4)).toBe("0.0625");
    expect(decimal(478.5 / 1100)).toBe("0.44"); // 0.435 exactly, a double a hair below
    expect(decimal(0.995)).toBe("1");
    expect(pValue(0.0289)).toBe("p = 0.029");
    expect(pValue(0.0993)).toBe("p = 0.099");
    expect(pValue(0.0996)).toBe("p = 0.10");
    expect(pValue(0.7361)).toBe("p = 0.74");
    expect(pValue(0.00099)).toBe("p under 0.001");
    expect(pValue(1)).toBe("p = 1");
  });

  it("joins lists and spells dates", () => {
    expect(list([])).toBe("");
    expect(list(["York"])).toBe("York");
    expect(list(["York", "Hull"])).toBe("York and Hull");
    expect(list(["York", "Hull", "Kent"])).toBe("York, Hull and Kent");
    expect(date("2025-10-03")).toBe("3 October 2025");
    expect(date("2025-10")).toBe("October 2025");
  });
});
