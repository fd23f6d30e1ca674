import { describe, expect, it } from "vitest";
import type { ContextRow, Dataset } from "../../src/councils/data/dataset.js";
import type { Report } from "../../src/engine/report/block.js";
import { serviceChanges } from "../../src/services/analysis/serviceChanges.js";
import { servicesByCouncil } from "../../src/services/analysis/servicesByCouncil.js";
import type { ChangeRow, PatternRow } from "../../src/services/months/tallies.js";
import { madeUp } from "../madeUp.js";
import { publishedData } from "../publishedData.js";
import { tableOf } from "../notebooks/blocks.js";
import { expectWellSaid, proseIn, saidIn } from "../notebooks/said.js";
import { runNotebook } from "../../src/runNotebook.js";
import { fileURLToPath } from "node:url";

const row = (gss: number, overall: string, parts: string, locations: number): PatternRow => ({
  month: "2026-09",
  gss_code: `E0900000${gss}`,
  care_home: "Y",
  overall,
  parts,
  several: parts.includes(".") ? "U" : "Y",
  recent: parts.includes(".") ? "U" : "Y",
  old_part: parts.includes(".") ? "U" : "N",
  services: "N",
  locations,
});

/** Six councils; the fifth has few services, the sixth none. */
const patterns: readonly PatternRow[] = [
  row(1, "G", "GGGGG", 279),
  row(1, "R", "GGGRR", 70),
  row(2, "G", "GGGGG", 30),
  row(2, "R", "RRRRR", 30),
  row(3, "O", "OOGGG", 40),
  row(3, "I", "IIIII", 1),
  row(3, "NR", ".....", 8),
  row(4, "G", "GGGGR", 16),
  row(4, "R", "RRRRR", 4),
  row(5, "R", "GGGRR", 19),
];
const change = (before: string, after: string, anew: "Y" | "N", locations: number): ChangeRow => ({
  before: "2026-08",
  after: "2026-09",
  care_home: "Y",
  overall_before: before,
  overall_after: after,
  anew,
  locations,
});
const changes: readonly ChangeRow[] = [
  change("G", "G", "N", 400),
  change("G", "G", "Y", 10),
  change("G", "R", "Y", 4),
  change("R", "G", "Y", 6),
  change("NR", "G", "Y", 3),
  change("none", "NR", "N", 7),
  change("I", "none", "N", 2),
];
const councils = ["333333333", "222222222", "333333332", "223333333", "333333333", "333333333"];
const dataset: Dataset = {
  ...madeUp(councils),
  context: {
    "services-patterns": patterns as unknown as readonly ContextRow[],
    "services-changes": changes as unknown as readonly ContextRow[],
  },
};

describe("services by council", () => {
  const result = servicesByCouncil(dataset);

  it("have the interval and the limits that R gives, from A to Z", () => {
    // binom.test(279, 349); and at a share of 365/489, the counts as in regionLimits:
    // min(which(pbinom(0:n, n, p) >= a)) - 1 and min(which(1 - pbinom(0:n, n, p) <= a)) - 1.
    const [first] = result.councils;
    expect(result.share).toBeCloseTo(365 / 489, 12);
    expect(first.interval!.map((end) => Number(end.toFixed(6)))).toEqual([0.753515, 0.840174]);
    expect(first.limits).toEqual({ n: 349, low: 244, high: 276, outerLow: 235, outerHigh: 285 });
    expect(result.councils.map(({ place }) => place)).toEqual([
      "above",
      "below",
      "above",
      "within",
      null,
    ]);
  });

  it("with few rated services are counted and not judged", () => {
    const few = result.councils[4];
    expect([few.n, few.share, few.interval, few.limits]).toEqual([19, null, null, null]);
  });

  it("stand beside the council's own rating", () => {
    expect([result.of, result.withOwn]).toEqual([6, 5]);
    expect(result.besideOwn).toEqual([
      { rating: "Requires improvement", councils: 1, n: 60, good: 30 },
      { rating: "Good", councils: 4, n: 429, good: 335 },
    ]);
  });
});

describe("services from month to month", () => {
  it("are told of those rated anew alone", () => {
    const { both, anew, came, went, up, down, same } = serviceChanges(dataset)!;
    expect({ both, anew, came, went, up, down, same }).toEqual({
      both: 423,
      anew: 23,
      came: 7,
      went: 2,
      up: 6,
      down: 4,
      same: 10,
    });
    expect(serviceChanges(madeUp(councils))).toBeNull();
  });
});

describe("the report on care services", () => {
  const file = fileURLToPath(new URL("../../notebooks/services.html", import.meta.url));
  const run = (council: string | null): Promise<Report> =>
    runNotebook(file, { dataset, params: { set: "complete", council } });
  const ids = ({ blocks }: Report) => blocks.flatMap((block) => ("id" in block ? [block.id] : []));

  it("tells England, and months where there are two", async () => {
    const report = await run(null);
    expectWellSaid(report);
    expect(ids(report)).toEqual([
      "parts-by-rating",
      "service-patterns",
      "service-steps",
      "beside-own",
      "service-funnel",
      "services-by-council",
      "service-changes",
    ]);
    const said = saidIn(report).join("\n");
    expect(said).toContain("6 of 20 new ratings went up and 4 went down");
    expect(said).toContain("by chance alone");
    expect(said).toContain("So intervals are too narrow.");
    expect(said).toContain("5 of 6 councils have a rating and rated services here");
    // So few are set out as a table.
    expect(tableOf(report.blocks, "service-funnel").n).toBe(4);
  });

  it("tells one council, and of few services only their number", async () => {
    const report = await run("E09000001");
    expectWellSaid(report);
    expect(proseIn(report).join("\n")).toContain("349 care services in Council 1");
    const few = await run("E09000005");
    expectWellSaid(few);
    expect(ids(few)).toEqual([]);
    expect(proseIn(few).join("\n")).toContain("counted and not described");
    const none = await run("E09000006");
    expect(proseIn(none).join("\n")).toContain("ninefold services read FILE");
  });

  it("says nothing of intervals where none is shown, and no more of councils than is so", async () => {
    const report = await runNotebook(file, {
      dataset: publishedData,
      params: { set: "complete", council: null },
    });
    const said = saidIn(report).join("\n");
    expect(said).not.toMatch(/interval/i);
    expect(said).toContain("No council has both its own rating and rated services here");
    // None of 25,385 pairs.
    expect(said).toContain("A service with the lower rating never has the higher total");
  });
});
