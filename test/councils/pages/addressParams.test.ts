import { expect, test } from "vitest";
import { addressParams } from "../../../src/councils/pages/addressParams.js";

test("an address gives what is asked for, each value as what it looks like", () => {
  expect(addressParams("")).toEqual({ set: "complete", council: null });
  const asked =
    "?set=all&council=E10000016&year=2023&low=-1.5&rounded=true&region=North+East&code=";
  expect(addressParams(asked)).toEqual({
    ...{ set: "all", council: "E10000016", year: 2023, low: -1.5, rounded: true },
    ...{ region: "North East", code: "" },
  });
  const odd = addressParams("?__proto__=x&constructor=y");
  expect(Object.getPrototypeOf(odd)).toBe(Object.prototype);
  expect(odd.constructor).toBe("y");
  expect(() => addressParams("?set=some")).toThrow("expected complete or all: some");
});
