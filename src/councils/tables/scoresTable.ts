import { toTable, type Cell, type Table } from "../../engine/report/block.js";
import { count } from "../../engine/report/format.js";
import type { Dataset } from "../data/dataset.js";
import { publicAssessment } from "../data/publicAssessment.js";
import type { TableOptions } from "./tableOptions.js";

/**
 * Every published score, one to a line, with what it is of: a pilot's too, and a council's earlier
 * ones. Where sources disagree on a score there is a line for each.
 */
export function scoresTable(dataset: Dataset, { source, id = "scores" }: TableOptions): Table {
  const rows = dataset.assessments.flatMap((assessment) => {
    const scheme = dataset.schemes.find((one) => one.id === assessment.scheme)!;
    const { rating, total, scores } = publicAssessment(assessment, scheme);
    const { gssCode, council, region, kind, status, confidence, published } = assessment;
    return scheme.parts.flatMap((part, i) => {
      const score = scores[i];
      const each: Cell[] = typeof score === "string" ? score.split(" or ").map(Number) : [score];
      return each.map((one) => ({
        gss_code: gssCode,
        council,
        region,
        scheme: scheme.id,
        kind,
        status,
        confidence,
        published,
        rating,
        total: typeof total === "number" ? total : null,
        statement: part.id,
        name: part.name,
        score: one,
        sources: typeof score === "string" ? "disagree" : null,
      }));
    });
  });
  const labels = {
    kind: "kind",
    status: "status",
    confidence: "confidence",
    published: "published",
    rating: "rating",
    total: "total",
    statement: "statement",
    name: "statement_name",
    score: "score",
    sources: "sources",
  };
  return toTable({
    unit: "assessment",
    id,
    caption: "Every score, one to a line",
    scope: `${count(dataset.assessments.length, "assessment")}, pilots and withdrawn ones among them. No score is given of one that is not confirmed or was withdrawn.`,
    source,
    n: dataset.assessments.length,
    data: {
      columns: ["gss_code", "council", "region", "scheme", ...Object.keys(labels)].map((key) => ({
        key,
        label: labels[key as keyof typeof labels] ?? key,
        ...(key === "published" && { isDate: true }),
      })),
      rows,
    },
  });
}
