import { expect, test } from "vitest";
import { firstSentence } from "../../../../src/engine/notebook/live/announce.js";

test.each([
  ["These settings make no rule. cuts: expected three", "These settings make no rule"],
  ["3 of 72, or 4.2%, of them. More.", "3 of 72, or 4.2%, of them"],
  ["Some, e.g. Kent, are Good. Others.", "Some, e.g. Kent, are Good"],
  ["At most it is 3. Others.", "At most it is 3"],
  ["Why? Nobody knows.", "Why?"],
  [" Two\n lines ", "Two lines"],
  ["", ""],
])("the first sentence of %j", (text, first) => {
  expect(firstSentence(text)).toBe(first);
});
