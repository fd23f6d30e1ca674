import { describe, expect, it } from "vitest";
import { readDataset } from "../../src/councils/data/readDataset.js";
import { underOtherRule } from "../../src/councils/findings/underOtherRule.js";
import { allowing, goodFrom, goodPercentage, underRuleOf } from "../../src/ratings/otherRule.js";
import { completeOnly } from "../../src/ratings/profile.js";
import { selectProfiles } from "../../src/councils/analysis/councilProfiles.js";
import { reference } from "../statistics/reference.js";

const r = reference<{
  readonly asPublished: readonly (readonly [number, number])[];
  readonly limitsOnCouncils: readonly number[];
  readonly limitsOnGoodCouncils: readonly number[];
  readonly twoAllowedOnCouncils: readonly number[];
  readonly twoAllowedOnGoodCouncils: readonly number[];
  readonly meansOnServices: readonly (readonly number[])[];
  readonly wordsOfServices: readonly (readonly number[])[];
}>("schemes");

const dataset = readDataset();
const schemeOf = (id: string) => dataset.schemes.find((one) => one.id === id)!;
const councils = selectProfiles(dataset, { set: "complete" });
const services = schemeOf("cqc-services");
const tables = ["cqc-services", "cqc-services.england-2025-08"];
const columns = (moves: readonly (readonly number[])[]) =>
  moves[0].map((_, to) => moves.reduce((sum, row) => sum + row[to], 0));
const rows = (moves: readonly (readonly number[])[]) =>
  moves.map((row) => row.reduce((sum, count) => sum + count, 0));

describe("the rule of one scheme on the grades of another", () => {
  it("gives councils the words of care services' rule, as R does", () => {
    const { n, moves } = underRuleOf(councils.scheme, councils.profiles, services);
    expect(n).toBe(72);
    expect(columns(moves)).toEqual(r.limitsOnCouncils);
    // Of 48 Good: 12 Good, 1 Outstanding, 35 Requires improvement; the others stay as they are.
    expect(moves[2]).toEqual([0, 35, 12, 1]);
    expect(moves[2]).toEqual(r.limitsOnGoodCouncils);
    expect([moves[0][0], moves[1][1], moves[3][3]]).toEqual([1, 21, 2]);
  });

  it("allows two parts below good in place of one", () => {
    const two = allowing(services, 2);
    const { moves } = underRuleOf(councils.scheme, councils.profiles, two);
    expect(columns(moves)).toEqual(r.twoAllowedOnCouncils);
    expect(moves[2]).toEqual(r.twoAllowedOnGoodCouncils);
    expect(allowing(services, 1)).toEqual(services);
  });

  it.each(tables)("gives %s the words of councils' rule", (table) => {
    const i = tables.indexOf(table);
    const { moves } = underRuleOf(services, dataset.profiles[table], councils.scheme);
    expect(columns(moves)).toEqual(r.meansOnServices[i]);
    expect(rows(moves)).toEqual(r.wordsOfServices[i]);
  });

  it("moves the percentage at which councils' rule calls a care service good", () => {
    const goods = (percentage: number) =>
      underRuleOf(services, dataset.profiles["cqc-services"], goodFrom(councils.scheme, percentage))
        .moves;
    // R: findInterval(ceiling(100 * rowMeans(grades) / 4), c(39, percentage, 88)).
    expect(goods(70)[1]).toEqual([0, 65, 2, 0]);
    expect(goods(80)[2]).toEqual([0, 242, 15, 0]);
    expect(goodPercentage(councils.scheme)).toEqual({ least: 63, min: 40, max: 87 });
    expect(goodFrom(councils.scheme, 63)).toEqual(councils.scheme);
    expect(() => goodFrom(councils.scheme, 88)).toThrow("from 40 to 87: 88");
    expect([goodPercentage(services), goodFrom(services, 70)]).toEqual([null, services]);
  });

  it("says who gains the word and who loses it", () => {
    const by = { word: "Good", of: "care services in Lincolnshire", rule: "councils" };
    const bodies = dataset.profiles["cqc-services"];
    const { headline, detail } = underOtherRule(underRuleOf(services, bodies, councils.scheme), {
      ...by,
      isAgain: true,
    });
    expect(headline).toBe(
      "257 of 257 Good care services in Lincolnshire would stay Good under the rule of councils",
    );
    expect(detail).toBe(
      "None would get another rating. 38 rated Requires improvement and 14 rated Outstanding would be Good.",
    );
  });

  it.each(tables)("gives %s its own words by its own rule", (table) => {
    const { n, moves } = underRuleOf(services, dataset.profiles[table], services);
    const same = moves.reduce((sum, row, word) => sum + row[word], 0);
    expect([same, n]).toEqual(r.asPublished[tables.indexOf(table)]);
  });

  it("says why it gives none", () => {
    const children = schemeOf("ofsted-ilacs-2023");
    const bodies = dataset.profiles[children.id];
    expect(underRuleOf(services, dataset.profiles[tables[0]], children).reason).toContain(
      "no limits",
    );
    expect(underRuleOf(schemeOf("scotland-care-homes"), bodies, services).reason).toContain(
      "words",
    );
    expect(completeOnly(children, bodies)).toHaveLength(147);
  });
});
