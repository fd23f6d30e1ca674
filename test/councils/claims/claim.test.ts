import { describe, expect, it } from "vitest";
import { toClaim, toEvidence } from "../../../src/councils/claims/claim.js";
import type { ClaimSpec } from "../../../src/councils/claims/claim.js";
import { claims } from "../../../src/councils/claims/claims.js";
import { testAt } from "../../../src/councils/claims/rules.js";
import { standardSensitivities } from "../../../src/councils/claims/sensitivities.js";

const used = { set: "complete", n: 2, leftOut: [] } as const;

const spec: ClaimSpec = {
  id: "X1",
  text: "Something is so.",
  by: "Somebody, somewhere, in 2025",
  kind: "decided",
  quantity: "how much of it",
  unit: "share",
  rule: testAt(0.05),
  test: () => toEvidence(used, { estimate: 0.5 }),
};

describe("toClaim", () => {
  it("completes a spec with the complete set, nine scores and the standard sensitivities", () => {
    expect(toClaim(spec)).toEqual({
      ...spec,
      set: "complete",
      need: "scores",
      beside: {},
      family: null,
      sensitivities: standardSensitivities,
    });
  });

  it.each<[string, Partial<ClaimSpec>, string]>([
    ["no id", { id: "" }, "claim without id: id: expected letters and digits"],
    ["an id of words", { id: "two words" }, "claim two words: id: expected letters and digits"],
    ["no text", { text: " " }, "claim X1: text is missing"],
    ["text without an end", { text: "Something" }, "claim X1: text: expected one sentence"],
    ["nobody who made it", { by: "" }, "claim X1: by is missing"],
    ["no quantity", { quantity: "" }, "claim X1: quantity is missing"],
    ["an unknown kind", { kind: "sure" as "decided" }, "claim X1: kind: sure"],
    ["an unknown unit", { unit: "metres" as "share" }, "claim X1: unit: metres"],
    ["a rule without words", { rule: { ...testAt(0.05), words: "" } }, "claim X1: rule is missing"],
  ])("refuses %s", (_, change, message) => {
    expect(() => toClaim({ ...spec, ...change })).toThrow(new TypeError(message).message);
  });
});

describe("toEvidence", () => {
  it("fills what is not given", () => {
    expect(toEvidence(used, { estimate: 0.5 })).toEqual({
      ...used,
      estimate: 0.5,
      interval: null,
      intervalMethod: null,
      p: null,
      beside: {},
      note: null,
      reason: null,
    });
  });

  it("refuses what JSON would change without a word, or leave unexplained", () => {
    expect(() => toEvidence(used, { estimate: NaN })).toThrow("evidence.estimate: not a finite");
    expect(() => toEvidence(used, { estimate: 1, beside: { x: [1, Infinity] } })).toThrow(
      "evidence.beside.x.1: not a finite number: Infinity",
    );
    expect(() => toEvidence(used, { estimate: 1, beside: { x: undefined } })).toThrow("beside.x");
    expect(() => toEvidence(used, {})).toThrow("no estimate and no reason");
    expect(() => toEvidence(used, { estimate: 1, interval: [0, 1] })).toThrow("intervalMethod");
  });
});

describe("the claims", () => {
  it("are C1 to C25, each said once", () => {
    expect(claims.map(({ id }) => id)).toEqual(Array.from({ length: 25 }, (_, i) => `C${i + 1}`));
    expect(new Set(claims.map(({ text }) => text)).size).toBe(25);
  });

  it.each(claims.map((claim) => [claim.id, claim] as const))("%s is complete and fair", (_, c) => {
    expect(c.text.length).toBeGreaterThan(20);
    expect(c.by.length).toBeGreaterThan(7);
    expect(c.rule.words).toMatch(/supported|by the rule of data\/preregistration\/c3\.json/);
    const words = [c.text, c.by, c.quantity, c.rule.words].join(" ");
    expect(words).not.toMatch(/significant|manipulat|fail|blame|worst|best|gaming/i);
    // Evidence and rule speak of the same thing: a rule on p needs a test, one on bounds a range.
    expect(c.rule.words).not.toMatch(/NaN|undefined/);
  });

  it("are of the kind and the family that were fixed", () => {
    const ofKind = (kind: string) => claims.filter((c) => c.kind === kind).map(({ id }) => id);
    expect(ofKind("descriptive")).toEqual(["C7"]);
    expect(ofKind("exploratory")).toEqual(["C8", "C9", "C10", "C11", "C12"]);
    const ofFamily = (name: string) => claims.filter((c) => c.family === name);
    const first = ofFamily("C8 to C12 and C18");
    const later = ofFamily("C19, C20 and C22 to C24");
    expect(first.map(({ id }) => id)).toEqual(["C8", "C9", "C10", "C11", "C12", "C18"]);
    expect(later.map(({ id }) => id)).toEqual(["C19", "C20", "C22", "C23", "C24"]);
    expect(claims.filter((c) => c.family !== null)).toHaveLength(11);
    // A rule speaks of an adjustment where there is one to make, and only there.
    const adjusted = claims.filter((c) => c.rule.words.includes("adjusted over"));
    const byInterval = ["C20", "C22"];
    expect(adjusted).toEqual([...first, ...later.filter(({ id }) => !byInterval.includes(id))]);
    const all = claims.filter((c) => c.set === "all").map(({ id }) => id);
    expect(all).toEqual(["C3", "C14", "C17", "C19", "C20", "C21", "C24"]);
  });
});
