import type { Selection } from "../analysis/select.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { count } from "../../engine/report/format.js";
import type { TableOptions } from "./tableOptions.js";

/** Where the rows were read, as the data say it, and how sure they are. */
export function sourcesTable(
  selection: Selection,
  { source, id = "sources" }: TableOptions,
): Table {
  const { assessments, n } = selection;
  const kinds = [...new Set(assessments.map(({ sourceKind }) => sourceKind))].sort();
  const tally = (kind: string, confidence: string) =>
    assessments.filter((a) => a.sourceKind === kind && a.confidence === confidence).length;
  return toTable({
    unit: "assessment",
    id,
    caption: "Where the scores were read",
    scope: `${count(n, "assessment")} with nine known scores, by the kind of source that the data name, and by confidence.`,
    source,
    n,
    data: {
      columns: [
        { key: "kind", label: "Source" },
        { key: "high", label: "High confidence" },
        { key: "medium", label: "Medium confidence" },
        { key: "low", label: "Low confidence" },
      ],
      rows: kinds.map((kind) => ({
        kind,
        high: tally(kind, "high"),
        medium: tally(kind, "medium"),
        low: tally(kind, "low"),
      })),
    },
  });
}
