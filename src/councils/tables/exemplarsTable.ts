import { toTable, type Table } from "../../engine/report/block.js";
import { goodScore, type Part } from "../../ratings/scheme.js";
import type { Selection } from "../analysis/select.js";
import { scopeWords } from "./scopeWords.js";
import { publicationOf } from "../data/publicationOf.js";
import { councilColumn, type NamingOptions } from "./councilColumn.js";

/** The councils that CQC scored good or better on one statement, from A to Z, with their reports. */
export function exemplarsTable(
  { scheme, set, n, leftOut, assessments }: Selection,
  {
    part,
    source,
    dataset,
    id = "exemplars",
  }: NamingOptions & { readonly part: Pick<Part, "id" | "short"> },
): Table {
  const place = scheme.parts.findIndex((one) => one.id === part.id);
  const good = assessments
    .filter((a) => a.confidence !== "low" && (a.scores[place] ?? 0) >= goodScore(scheme))
    .sort((a, b) => a.council.localeCompare(b.council, "en"));
  return toTable({
    unit: "assessment",
    id,
    caption: `Scored ${goodScore(scheme)} or more on ${part.short}, from A to Z`,
    scope: `${scopeWords(set, n, leftOut)} A report says what CQC saw at one time.`,
    source,
    n: good.length,
    data: {
      columns: [
        councilColumn(dataset),
        { key: "score", label: "Score" },
        { key: "published", label: "Published", isDate: true },
        { key: "address", label: "Report", isAddress: true, addressName: publicationOf },
      ],
      rows: good.map((a) => ({
        council: a.council,
        score: a.scores[place],
        published: a.published,
        address: a.sourceUrl,
      })),
    },
  });
}
