import { expect, it } from "vitest";
import { importRows } from "../../../src/councils/bring/importRows.js";
import { madeUp, scheme } from "../../madeUp.js";

const { councils } = madeUp(["333333333"]);

it("takes no value of two columns that mean the same and differ, and says what each has", () => {
  const sheet = [
    ["Council", "Overall rating", "Rating", "Date"],
    ["Council 1", "Good", "Good", "2027-05"],
    ["Council 1", "Good", "Inadequate", "2027-06"],
    ["Council 1", "Good", "", "2027-07"],
  ].map((cells, i) => ({ line: i + 1, cells }));
  const { rows, log } = importRows(sheet, { councils }, scheme, { defaults: {} });
  expect(rows.map(({ isRefused }) => isRefused)).toEqual([false, true, true]);
  expect(rows[0].values.rating).toBe("Good");
  expect(log.filter(({ what }) => what === "refused")).toMatchObject([
    { line: 3, column: "rating", why: "a second column for it says Inadequate" },
    { line: 4, column: "rating", why: "a second column for it says (blank)" },
  ]);
});
