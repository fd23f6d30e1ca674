import { toTable, type Table } from "../../engine/report/block.js";
import { nextWords } from "../analysis/nextWords.js";
import { select } from "../analysis/select.js";
import type { Dataset } from "../data/dataset.js";
import { publicAssessment } from "../data/publicAssessment.js";
import {
  notConfirmed,
  notKnown,
  reportedWithdrawn,
  reportWithdrawn,
} from "../data/publicRating.js";
import { currentCouncils } from "../data/successions.js";
import { count } from "../../engine/report/format.js";
import type { TableOptions } from "./tableOptions.js";

/** A column for each value that is published of a council's current assessment; by name, no ranking. */
export function everyCouncilTable(
  dataset: Dataset,
  { source, id = "councils" }: TableOptions,
): Table {
  const { scheme, assessments } = select(dataset, null, { set: "all" });
  const current = new Map(assessments.map((a) => [a.gssCode, a]));
  const withdrawn = new Map(
    dataset.assessments
      .filter(({ kind, status }) => kind === "formal" && status === "withdrawn")
      .map((a) => [a.gssCode, a]),
  );
  const councils = [...currentCouncils(dataset)].sort((a, b) => a.name.localeCompare(b.name, "en"));
  const rows = councils.map(({ gssCode, name, region, type }) => {
    const assessment = current.get(gssCode) ?? withdrawn.get(gssCode);
    const shown = assessment && publicAssessment(assessment, scheme);
    const steps = shown?.hasTotal ? nextWords(scheme, assessment!.sum!, assessment!.scores) : null;
    return {
      gss_code: gssCode,
      council: name,
      region,
      type,
      status: assessment?.status ?? null,
      confidence: assessment?.confidence ?? null,
      published: assessment?.published ?? null,
      rating: shown ? shown.rating : notKnown,
      total: shown?.total ?? null,
      percentage: shown?.percentage ?? null,
      ...Object.fromEntries(scheme.parts.map((part, i) => [part.id, shown?.scores[i] ?? null])),
      lower: steps?.lower?.points ?? null,
      higher: steps?.higher?.points ?? null,
      address: assessment?.sourceUrl ?? null,
    };
  });
  return toTable({
    unit: "council",
    id,
    caption: "Every council: what is published of its current assessment",
    scope:
      `${count(councils.length, "council")} by name, no ranking. All reports known: those after the ` +
      "date to which the data are complete became known one at a time, and are no fair sample. " +
      `${notConfirmed}: one source alone gives the rating, so that neither it nor its scores are ` +
      `given here. ${reportWithdrawn}: CQC took the report back. ${reportedWithdrawn}: one source alone says that it did. A score of "2 or 3" is one on which ` +
      "sources disagree. Points to another rating are arithmetic on the published total.",
    source,
    n: councils.length,
    data: {
      columns: [
        { key: "gss_code", label: "gss_code" },
        { key: "council", label: "Council" },
        { key: "region", label: "Region" },
        { key: "type", label: "Type" },
        { key: "status", label: "Status of the report" },
        { key: "confidence", label: "Confidence" },
        { key: "published", label: "Published", isDate: true },
        { key: "rating", label: "Rating" },
        { key: "total", label: "Total" },
        { key: "percentage", label: "Percentage" },
        ...scheme.parts.map((part) => ({ key: part.id, label: part.name })),
        { key: "lower", label: "Points to a lower rating" },
        { key: "higher", label: "Points to a higher rating" },
        { key: "address", label: "Source", isAddress: true },
      ],
      rows,
    },
  });
}
