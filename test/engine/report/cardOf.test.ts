import { describe, expect, it } from "vitest";
import { toProse, type Block } from "../../../src/engine/report/block.js";
import { cardOf } from "../../../src/engine/report/cardOf.js";
import { madeReport } from "./made.js";

describe("the card of a report", () => {
  const of = (...blocks: Block[]) => cardOf(madeReport(blocks)).description;

  it("is plain text up to the first full stop that ends a sentence", () => {
    expect(of(toProse("## Heading\n\n**22 of 72 (30.6%)** are *near*. More."))).toBe(
      "22 of 72 (30.6%) are near.",
    );
    expect(of(toProse("No full stop"))).toBe("No full stop");
    expect(of()).toBe("");
  });

  it("is what the page is for where the report says so", () => {
    const card = { title: "Towns", description: "Choose a town." };
    expect(cardOf(madeReport([toProse("Barnet has a bank.")], { card }))).toEqual(card);
  });
});
