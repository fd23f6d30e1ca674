import { parse } from "csv-parse/sync";
import { readFileSync } from "node:fs";
import type { Dataset } from "../../src/data/dataset.js";
import { toDataset } from "../../src/data/toDataset.js";
import type { AssessmentSpec } from "../../src/data/toDataset.js";
import { statements } from "../../src/framework.js";
import type { Score } from "../../src/framework.js";

type Row = Record<string, string>;

function rows(path: string): Row[] {
  return parse(readFileSync(`data/${path}`), { columns: true, bom: true });
}

function number(text: string): number | null {
  return text === "" ? null : Number(text);
}

/** The repository's data, without the checks of the reader. */
export function realData(): Dataset {
  return toDataset({
    assessments: rows("assessments.csv").map(
      (row) =>
        ({
          gssCode: row.gss_code,
          council: row.council,
          kind: row.kind,
          status: row.status,
          confidence: row.confidence,
          rating: row.rating || null,
          percentage: number(row.score_pct),
          published: row.published || null,
          scores: statements.map(({ id }) => number(row[id]) as Score | null),
          sourceUrl: row.source_url,
          sourceKind: row.source_kind,
          note: row.note || null,
        }) as AssessmentSpec,
    ),
    councils: rows("councils.csv").map((row) => ({
      gssCode: row.gss_code,
      altGssCode2025: row.alt_gss_code_2025 || null,
      name: row.name,
      officialName: row.official_name,
      type: row.type,
      region: row.region,
    })),
    interventions: [],
    context: {},
    completeTo: "2025-10-03",
    completeIncludes: ["E09000008", "E10000011"],
    vintage: "2026-09-30",
    files: [],
  });
}
