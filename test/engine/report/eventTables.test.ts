import { describe, expect, it } from "vitest";
import { ladder } from "../../../src/councils/analysis/ladder.js";
import { blockHtml } from "../../../src/engine/report/blockHtml.js";
import { tranches } from "../../../src/councils/analysis/tranches.js";
import { eventsTable } from "../../../src/councils/tables/eventsTable.js";
import { pilotsTable } from "../../../src/councils/tables/pilotsTable.js";
import { madeUp } from "../../madeUp.js";

const source = "Made up for a test";

describe("the table of events", () => {
  const event = (gssCode: string, words: string, date: string | null) => ({
    gssCode,
    gss_code: gssCode,
    name: `Council ${gssCode}`,
    event: words,
    date,
    sourceUrl: `https://example.org/${gssCode}`,
    note: null,
  });

  it("orders them by council and date, and a page writes their dates as words", () => {
    const table = eventsTable(
      ladder({
        interventions: [
          event("A", "Visit by the Minister", null),
          event("A", "Letter from the Minister", "by 2025-08-29"),
          event("B", "Section 50 notification", "2025-10"),
          event("A", "CQC section 50 notification", "2025-05-22"),
        ],
      }),
      { source },
    );
    expect(table.n).toBe(2);
    expect(table.scope).toMatch(/^4 events of 2 councils\. Others may have happened/);
    expect(table.data.rows.map(({ step, council, date }) => [step, council, date])).toEqual([
      ["Section 50 notification by CQC", "Council A", "2025-05-22"],
      ["Letter from the Minister", "Council A", "by 2025-08-29"],
      ["Another step or event", "Council A", null],
      ["Section 50 notification by CQC", "Council B", "2025-10"],
    ]);
    const html = blockHtml(table);
    for (const words of ["October 2025", "22 May 2025", "by 29 August 2025"])
      expect(html).toContain(`>${words}<`);
    expect(table.data.rows[0].source).toBe("https://example.org/A");
  });

  it("is empty without events", () => {
    const { n, data } = eventsTable(ladder({ interventions: [] }), { source });
    expect([n, data.rows]).toEqual([0, []]);
  });
});

it("the table of pilots gives both ratings, and none that is not confirmed", () => {
  const pilots = madeUp(["333333333", "222222222"]).assessments.map((a) => ({
    ...a,
    kind: "pilot" as const,
  }));
  const later = madeUp(["222222222", "........."], () => ({ confidence: "low" }));
  const result = tranches({ ...later, assessments: [...pilots, ...later.assessments] });
  const { data, scope, n } = pilotsTable(result, { source });
  expect(n).toBe(2);
  expect(data.rows[0]).toEqual({
    council: "Council 1",
    pilot: "Good",
    pilotSum: 27,
    formal: "Not confirmed",
    formalSum: null,
  });
  expect(data.rows[1]).toMatchObject({ pilot: "Requires improvement", formal: null });
  expect(scope).toContain("a change is no error of either");
});
