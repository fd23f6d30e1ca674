import { expect, it } from "vitest";
import { jsonText } from "../../src/cli/jsonText.js";

it("prints twelve digits that count, whole numbers in full, and what it is given to replace", () => {
  const value = { third: 1 / 3, list: [0.1 + 0.2, 12345678901234], small: 1.23456789012345e-20 };
  expect(jsonText(value)).toBe(`{
  "third": 0.333333333333,
  "list": [
    0.3,
    12345678901234
  ],
  "small": 1.23456789012e-20
}
`);
  const named = jsonText({ a: { b: 1 }, c: 2 }, (key, one) => (key === "a" ? undefined : one));
  expect(JSON.parse(named)).toEqual({ c: 2 });
});
