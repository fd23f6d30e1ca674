import * as aq from "arquero";
import { describe, expect, it } from "vitest";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { toArquero } from "../../../src/councils/frames/toArquero.js";
import { madeUp, scheme } from "../../madeUp.js";
import { reference } from "./reference.js";

const statements = scheme.parts;

const { op } = aq;
const { assessments } = readDataset();

interface Row {
  readonly [column: string]: string | number | null | undefined;
}

/** `{ Good: 68, … }` from a table of groups. */
function byName(table: aq.ColumnTable, name: string, value: string): Record<string, unknown> {
  return Object.fromEntries(
    (table.objects() as Row[]).map((row) => [row[name] ?? "unknown", row[value]]),
  );
}

describe("a table of made-up assessments", () => {
  // sums: 23; unknown (one blank); 36
  const table = toArquero(aq, madeUp(["222333332", "1.2222222", "444444444"]).assessments, scheme);

  it("has a row for each and the columns by name", () => {
    expect(table.columnNames()).toEqual([
      ...["gss_code", "council", "region", "type", "kind", "status", "confidence", "published"],
      ...["rating", "implied_rating", "percentage", "sum"],
      ...["qs1", "qs2", "qs3", "qs4", "qs5", "qs6", "qs7", "qs8", "qs9"],
    ]);
    expect(table.object(0)).toEqual({
      gss_code: "E09000001",
      council: "Council 1",
      region: "North East",
      type: "County council",
      kind: "formal",
      status: "published",
      confidence: "high",
      published: "2025-01-01",
      rating: "Good",
      implied_rating: "Good",
      percentage: 64, // 100 * 23 / 36 = 63.9
      sum: 23,
      ...{ qs1: 2, qs2: 2, qs3: 2, qs4: 3, qs5: 3, qs6: 3, qs7: 3, qs8: 3, qs9: 2 },
    });
  });

  it("never counts an unknown number as 0", () => {
    expect(table.object(1)).toMatchObject({ rating: null, implied_rating: null });
    expect(table.object(1)).toMatchObject({ qs1: 1, qs2: NaN, sum: NaN, percentage: NaN });
    expect(table.filter((d: { qs2: number }) => d.qs2 <= 2).numRows()).toBe(1);
    const total = table.derive({ total: (d: { qs1: number; qs2: number }) => d.qs1 + d.qs2 });
    expect(total.array("total")).toEqual([4, NaN, 8]);
    const stats = table.rollup({
      rows: op.count(),
      known: op.valid("qs2"),
      mean: op.mean("qs2"),
      least: op.min("qs2"),
    });
    expect(stats.object(0)).toEqual({ rows: 3, known: 2, mean: 3, least: 2 });
    const known = table.filter((d: { sum: number }) => op.is_finite(d.sum));
    expect(known.array("council")).toEqual(["Council 1", "Council 3"]);
  });

  it("is a table of no rows where there are no assessments", () => {
    expect(toArquero(aq, [], scheme).numRows()).toBe(0);
    expect(toArquero(aq, [], scheme).numCols()).toBe(21);
  });
});

describe("a table of the published assessments", () => {
  const table = toArquero(aq, assessments, scheme);

  it("has the counts that R gives", () => {
    expect(table.numRows()).toBe(reference.rows);
    for (const name of ["rating", "region", "kind"] as const)
      expect(byName(table.groupby(name).count(), name, "count")).toEqual(reference[name]);
  });

  it("has the means and spreads that R gives", () => {
    for (const { id } of [{ id: "sum" }, ...statements]) {
      const row = table
        .rollup({
          n: op.valid(id),
          mean: op.mean(id),
          sd: op.stdev(id),
          min: op.min(id),
          median: op.median(id),
          max: op.max(id),
        })
        .object(0) as Record<string, number>;
      const expected = id === "sum" ? reference.sum : reference.statements[id];
      for (const [statistic, value] of Object.entries(row))
        expect(value, `${id} ${statistic}`).toBeCloseTo(
          expected[statistic as keyof typeof expected],
          9,
        );
    }
    for (const { id } of statements)
      expect(table.filter(aq.escape((d: Record<string, number>) => d[id] <= 2)).numRows()).toBe(
        reference.statements[id].atMost2,
      );
  });

  it("has the means of groups that R gives", () => {
    for (const [name, groups] of [
      ["rating", reference.sumByRating],
      ["region", reference.sumByRegion],
    ] as const) {
      const known = table.filter((d: { sum: number }) => op.is_finite(d.sum)).groupby(name);
      const rows = known
        .rollup({ n: op.count(), mean: op.mean("sum"), min: op.min("sum"), max: op.max("sum") })
        .objects() as Row[];
      expect(rows).toHaveLength(Object.keys(groups).length);
      for (const row of rows) {
        const { n, mean, min, max } = groups[row[name] ?? "unknown"];
        expect(row).toMatchObject({ n, min, max });
        expect(row.mean).toBeCloseTo(mean, 9);
      }
    }
  });
});
