import { describe, expect, it } from "vitest";
import { monthCsv } from "../../src/services/monthFile.js";
import { codeNames, toColumns } from "../../src/services/months/monthColumns.js";
import {
  goodOrBetter,
  patternsByRating,
  ratedAnew,
  ratingsByCouncil,
} from "../../src/services/months/questions.js";
import { changeRows, daysBefore, patternRows } from "../../src/services/months/tallies.js";
import type { OutcomeCode, ServiceRating } from "../../src/services/serviceRating.js";

/** A location: its code, the six ratings as letters (a dot for none) and the day of each. */
function location(
  code: number,
  letters: string,
  days: number | readonly number[],
  more: Partial<ServiceRating> = {},
): ServiceRating {
  return {
    location: `1-${code}`,
    group: "Overall",
    gss_code: "E09000007",
    isCareHome: true,
    codes: [...letters].map((one) => (one === "." ? null : (one as OutcomeCode))),
    days: typeof days === "number" ? Array<number>(6).fill(days) : days,
    ...more,
  };
}

const may = toColumns(
  "2026-05",
  monthCsv([
    location(100000, "GGGGGG", 20250101),
    // Dated by its newest part; Caring is of 2019.
    location(100001, "GGGGGR", [20260301, 20260301, 20260301, 20190101, 20260301, 20260301]),
    location(100002, "RRRGGG", 20230101, { gss_code: "E06000023", isCareHome: false }),
    location(100003, ".GGGGG", 20230101, {
      codes: ["NR", null, null, null, null, null],
      days: [0, 0, 0, 0, 0, 0],
    }),
    location(100003, "GGGGGG", 20230101, { group: 'Homecare, "live-in"' }),
  ]),
);
const june = toColumns(
  "2026-06",
  monthCsv([
    location(100000, "GGGGGG", 20250101),
    location(100001, "RGGGRR", 20260610),
    location(100002, "GGGGGG", 20260620, { gss_code: "E06000023", isCareHome: false }),
    location(99999, "OOOGGG", 20260601),
  ]),
);

const code = (name: OutcomeCode) => codeNames.indexOf(name);

describe("a kept month in memory", () => {
  it("holds what was written, locations as a whole by their code", () => {
    expect([may.n, [...may.wholes], may.groups]).toEqual([
      5,
      [0, 1, 2, 3],
      ["Overall", 'Homecare, "live-in"'],
    ]);
    expect([...june.wholes].map((row) => june.location[row])).toEqual([
      99999, 100000, 100001, 100002,
    ]);
    // 1 March 2026 is 20,513 days after 1 January 1970, by R.
    expect(may.days[6]).toBe(20513);
  });

  const header = monthCsv([]).trim();
  it.each([
    ["another header", "a,b\n", /^line 1: expected the columns location,group/],
    ["a value too few", `${header}\n1-100000,Overall\n`, /^line 2: expected 16 values: 2$/],
    [
      "an unknown code",
      `${header}\n1-100000,Overall,E09000007,Y,Z,,,,,,,,,,,\n`,
      /^line 2: expected a code of a rating: Z$/,
    ],
    [
      "a day of no calendar",
      `${header}\n1-100000,Overall,E09000007,Y,G,2026-02-31,,,,,,,,,,\n`,
      /^line 2: expected a day such as 2026-05-31: 2026-02-31$/,
    ],
    [
      "no council",
      `${header}\n1-100000,Overall,,Y,G,2026-02-01,,,,,,,,,,\n`,
      /^line 2: expected a council's code: \(blank\)$/,
    ],
  ])("refuses %s", (_, text, line) => {
    expect(() => toColumns("2026-05", text)).toThrow(line);
  });
});

describe("questions of kept months", () => {
  it("count ratings by council, and the share good or better", () => {
    const camden = ratingsByCouncil(may).get("E09000007")!;
    expect([camden[code("G")], camden[code("NR")], camden[code("R")]]).toEqual([2, 1, 0]);
    expect(goodOrBetter(camden)).toEqual({ share: 1, n: 2 });
    const others = ratingsByCouncil(may, { careHome: false });
    expect(goodOrBetter(others.get("E09000007")!)).toBeNull();
    expect(goodOrBetter(others.get("E06000023")!)).toEqual({ share: 0, n: 1 });
  });

  it("count patterns over months, and new ratings between two", () => {
    expect(Object.fromEntries(patternsByRating([may, june]))).toEqual({
      "G GGGGG": 3,
      "G GGGGR": 1,
      "R RRGGG": 1,
      "R GGGRR": 1,
      "O OOGGG": 1,
    });
    const counts = ratedAnew(may, june);
    expect(counts[code("G")][code("R")]).toBe(1);
    expect(counts[code("R")][code("G")]).toBe(1);
    expect(counts.flat().reduce((sum, n) => sum + n, 0)).toBe(2);
  });
});

describe("what is counted of kept months", () => {
  it("takes ages from the month's last day", () => {
    // 31 May 2024 and 29 February 2024 as days since 1970, by R.
    expect([daysBefore("2026-05", 2), daysBefore("2025-02", 1)]).toEqual([19874, 19782]);
  });

  it("tells councils, patterns and ages, and names no location", () => {
    const rows = patternRows(may);
    expect(rows.map((row) => Object.values(row).join(" "))).toEqual([
      "2026-05 E06000023 N R RRGGG N N N N 1",
      "2026-05 E09000007 Y G GGGGG N Y N N 1",
      "2026-05 E09000007 Y G GGGGR Y Y Y N 1",
      "2026-05 E09000007 Y NR ..... U U U Y 1",
    ]);
    expect(JSON.stringify(rows)).not.toContain("10000");
  });

  it("sets two months beside each other", () => {
    expect(changeRows(may, june).map((row) => Object.values(row).join(" "))).toEqual([
      "2026-05 2026-06 N R G Y 1",
      "2026-05 2026-06 Y G G N 1",
      "2026-05 2026-06 Y G R Y 1",
      "2026-05 2026-06 Y NR none N 1",
      "2026-05 2026-06 Y none O N 1",
    ]);
  });
});
