import { expect, test } from "vitest";
import { dataAddress } from "../../../src/engine/report/dataAddress.js";

test("an address keeps what an address may hold and encodes the rest", () => {
  expect(dataAddress("text/csv;charset=utf-8", 'a b,"c"\n1;2=3:/4\n')).toBe(
    "data:text/csv;charset=utf-8,a b,%22c%22%0A1;2=3:/4%0A",
  );
  expect(dataAddress("image/svg+xml", "<svg fill=\"#123\"/>100% é 'x' & %3D")).toBe(
    "data:image/svg+xml,%3Csvg fill=%22%23123%22/%3E100%25 %C3%A9 'x' %26 %253D",
  );
});

test("reads back as the text that it holds", async () => {
  const text = "50% of 3=3; “é” <b>&amp;</b>\n\t#1?x=1";
  const response = await fetch(dataAddress("text/plain;charset=utf-8", text));
  expect(await response.text()).toBe(text);
});
