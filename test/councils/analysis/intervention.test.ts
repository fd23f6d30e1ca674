import { describe, expect, it } from "vitest";
import { intervention } from "../../../src/councils/analysis/intervention.js";
import { ladder, rungOf, rungs } from "../../../src/councils/analysis/ladder.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import binomial from "../../reference/binomial.json" with { type: "json" };
import reference from "../../reference/robustness.json" with { type: "json" };
import { madeUp } from "../../madeUp.js";
import { expectAllClose, expectClose } from "../../statistics/close.js";
import { scoreSets } from "../../statistics/reference.js";

const real = readDataset();
const result = intervention(real, { set: "all" });

describe("the ladder of steps and events", () => {
  it("places every event in the data", () => {
    const { rungs: found, other } = ladder(real);
    expect(other).toEqual([]);
    expect(found.flatMap(({ events }) => events)).toHaveLength(real.interventions.length);
    const councils = (id: string) =>
      new Set(found.find((rung) => rung.id === id)!.events.map(({ name }) => name));
    expect(councils("notification")).toEqual(new Set(["Warrington", "Kingston upon Hull"]));
    expect(councils("flagged")).toEqual(new Set(["Blackpool"]));
    expect(councils("adviser")).toEqual(new Set(["Blackpool"]));
    expect(councils("direction")).toEqual(new Set());
  });

  it("counts councils, not events", () => {
    const event = (gssCode: string, text: string) => ({
      gssCode,
      gss_code: gssCode,
      name: gssCode,
      event: text,
      date: null,
      sourceUrl: "https://example.org/",
      note: null,
    });
    const { rungs: found, other } = ladder({
      interventions: [
        event("A", "Improvement board set up"),
        event("A", "The improvement board met"),
        event("B", "Improvement board set up"),
        event("B", "Directions under section 72A"),
        event("B", "Something else"),
      ],
    });
    expect(found.filter(({ n }) => n > 0).map(({ id, n }) => [id, n])).toEqual([
      ["board", 2],
      ["direction", 1],
    ]);
    expect(other.map(({ event: text }) => text)).toEqual(["Something else"]);
    expect(rungOf({ event: "CQC SECTION 50(2) notification" })).toBe("notification");
    expect(new Set(rungs.map(({ id }) => id)).size).toBe(rungs.length);
  });
});

describe("intervention in the data", () => {
  it("counts events apart: a notification followed a score of 1, not the word", () => {
    expect(result.table).toEqual([
      { rating: "Inadequate", anyScoreOf1: true, n: 2, notified: 0, flagged: 1, notFound: 1 },
      {
        rating: "Requires improvement",
        anyScoreOf1: true,
        n: 3,
        notified: 2,
        flagged: 0,
        notFound: 1,
      },
      {
        rating: "Requires improvement",
        anyScoreOf1: false,
        n: 25,
        notified: 0,
        flagged: 0,
        notFound: 25,
      },
      { rating: "Good", anyScoreOf1: false, n: 49, notified: 0, flagged: 0, notFound: 49 },
      { rating: "Outstanding", anyScoreOf1: false, n: 2, notified: 0, flagged: 0, notFound: 2 },
    ]);
    expect(result.rates.anyScoreOf1.count).toBe(5);
  });

  it("predicts for the councils not seen as R does", () => {
    const [, , expected] = binomial.predictive;
    const { seen, among, probabilities, mean, range } = result.predictions.anyScoreOf1!;
    expect([seen.count, seen.n, among]).toEqual([expected.y, expected.n, expected.m]);
    expectAllClose([...probabilities], expected.probabilities, 1e-12);
    expectClose(
      mean,
      expected.probabilities.reduce((sum, p, k) => sum + k * p, 0),
    );
    const below = expected.probabilities.slice(0, range[0]).reduce((sum, p) => sum + p, 0);
    const above = expected.probabilities.slice(range[1] + 1).reduce((sum, p) => sum + p, 0);
    expect(Math.max(below, above)).toBeLessThanOrEqual(0.025);
  });

  it("has few councils near the cliff to Inadequate", () => {
    const between = result.margins.filter(({ above }) => above >= 0 && above <= 4);
    // York at 14 alone has a sum of 13 to 17.
    expect(between).toEqual([{ above: 1, n: 1 }]);
    for (const tally of [result.margins, result.statementsScored1, result.statementsScored2])
      expect(tally.reduce((sum, { n }) => sum + n, 0)).toBe(result.n);
  });

  it("names no council but in published events", () => {
    const { rungs: events, ...rest } = result;
    expect(events.length).toBeGreaterThan(0);
    const text = JSON.stringify(rest);
    for (const { name, gssCode } of real.councils) {
      expect(text).not.toContain(gssCode);
      expect(text).not.toContain(`"${name}"`);
    }
  });
});

describe("the scenario", () => {
  const datasets = {
    complete: real,
    all: real,
    madeUpFew: madeUp(scoreSets.madeUpFew.scores.map((scores) => scores.join(""))),
    madeUpMany: madeUp(scoreSets.madeUpMany.scores.map((scores) => scores.join(""))),
  };

  it.each(["complete", "all", "madeUpFew", "madeUpMany"] as const)("agrees with R: %s", (name) => {
    const { scenario } = intervention(datasets[name], { set: name === "all" ? "all" : "complete" });
    expect(scenario.map(({ d }) => d)).toEqual(reference[name].scenario.map(({ d }) => d));
    scenario.forEach(({ expectedInadequate, expectedFirst1 }, i) => {
      expectClose(expectedInadequate, reference[name].scenario[i].expectedInadequate);
      expectClose(expectedFirst1, reference[name].scenario[i].expectedFirst1);
    });
  });

  it("changes nothing where nothing falls, and everything where all does", () => {
    // 18 falls to 9; 23 with four 2s to 19; 27 stays.
    const dataset = madeUp(["222222222", "222233333", "333333333"]);
    expect(intervention(dataset, { d: [0, 1] }).scenario).toEqual([
      { d: 0, expectedInadequate: 0, expectedFirst1: 0 },
      { d: 1, expectedInadequate: 1, expectedFirst1: 2 },
    ]);
    expect(() => intervention(dataset, { d: [-0.1] })).toThrow("d: expected a number from 0 to 1");
  });

  it("is null without councils, with the reason", () => {
    const none = intervention(madeUp(["........."]));
    expect(none.scenario[0].expectedFirst1).toBeNull();
    expect(none.predictions.anyScoreOf1).toBeNull();
    expect(none.incomputable.map(({ quantity }) => quantity)).toContain("scenario");
  });
});
