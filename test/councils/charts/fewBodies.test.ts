import { describe, expect, it } from "vitest";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { charts } from "./draw.js";
import { datasets } from "./madeUpCouncils.js";
import { pictureOf } from "./picture.js";

const seen: typeof datasets = { ...datasets, "the real data": readDataset() };

/** How many bars and how many round dots each view of a chart has; the first rectangle is the page. */
function drawnIn(chart: string, name: string) {
  const block = charts[chart](seen[name]);
  if (block.kind === "table") return null;
  const views = block.drawings!.map(({ svg }) => {
    const { root } = pictureOf(svg);
    return {
      bars: root.querySelectorAll("rect").length - 1,
      dots: root.querySelectorAll("circle").length,
    };
  });
  return { rows: block.data.rows, views };
}

const total = (counts: readonly number[]) => counts.reduce((sum, n) => sum + n, 0);

describe.each(Object.keys(seen))("with %s", (name) => {
  it("no fewer than five councils at one place are drawn as a bar: each of them is a dot", () => {
    const drawn = drawnIn("cliffMargins", name);
    if (drawn === null) return;
    const counts = drawn.rows.map(({ councils }) => Number(councils));
    const few = counts.filter((n) => n < 5);
    const wanted = { bars: counts.length - few.length, dots: total(few) };
    expect(drawn.views).toEqual([wanted, wanted, wanted, wanted]);
  });

  it("councils whose rating another rule changes are a dot each", () => {
    const drawn = drawnIn("weightsBars", name);
    if (drawn === null) return;
    const dots = total(drawn.rows.map(({ changes }) => Number(changes)));
    expect(drawn.views.map((view) => view.dots)).toEqual([dots, dots, dots, dots]);
    expect(drawn.views.map(({ bars }) => bars)).toEqual([0, 0, 0, 0]);
  });
});

it("the 72 councils published up to 3 October 2025 have 14 bars and 31 dots", () => {
  // Counted apart from the package in assessments.csv: totals less 13, scores of 1, scores of 2.
  expect(drawnIn("cliffMargins", "the real data")!.views[0]).toEqual({ bars: 14, dots: 31 });
});
