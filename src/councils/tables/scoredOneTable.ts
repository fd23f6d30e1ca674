import type { Selection } from "../analysis/select.js";
import { lowestScore } from "../../ratings/scheme.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { scopeWords } from "./scopeWords.js";
import { publicationOf } from "../data/publicationOf.js";
import { spokenSource } from "../data/spokenSource.js";
import { councilColumn, type NamingOptions } from "./councilColumn.js";

/**
 * The councils with a statement scored 1, in alphabetical order: published fact, each with its
 * source and how sure it is. Rows of low confidence are counted, not named.
 */
export function scoredOneTable(
  { scheme, set, n, leftOut, assessments }: Selection,
  { source, dataset, id = "scored-one" }: NamingOptions,
): Table {
  const scored = assessments.filter((a) => a.scores.includes(lowestScore));
  const named = scored
    .filter((a) => a.confidence !== "low")
    .sort((a, b) => a.council.localeCompare(b.council, "en"));
  const kinds = new Map(named.map((a) => [a.sourceUrl, spokenSource(a.sourceKind)]));
  const readIn = (address: string) => kinds.get(address) ?? publicationOf(address);
  const low = scored.length - named.length;
  return toTable({
    unit: "assessment",
    id,
    caption: "Councils with a statement scored 1, in alphabetical order",
    scope: `${scopeWords(set, n, leftOut)} The rating is the one that the total gives. This was published of one assessment, and says nothing of a council since. The other statements are scored 2 or more.${low > 0 ? ` Not named, as confidence is low: ${low}.` : ""}`,
    source,
    n: named.length,
    data: {
      columns: [
        councilColumn(dataset),
        { key: "rating", label: "Rating" },
        { key: "ones", label: "Statements scored 1", isOnlyOnPage: true },
        { key: "count", label: "Statements scored 1", isOnlyInCsv: true },
        ...scheme.parts.map(({ id: key, short }) => ({
          ...{ key, label: `${short}: 1 where it is scored 1`, isOnlyInCsv: true },
        })),
        { key: "published", label: "Published", isDate: true, isOnlyInCsv: true },
        { key: "confidence", label: "Confidence", isOnlyInCsv: true },
        { key: "address", label: "Read in", isAddress: true, addressName: readIn },
      ],
      rows: named.map((a) => {
        const ones = scheme.parts.filter((_, i) => a.scores[i] === lowestScore);
        return {
          council: a.council,
          rating: a.impliedRating,
          ones: ones.map(({ short }) => short).join(", "),
          count: ones.length,
          ...Object.fromEntries(
            scheme.parts.map((part) => [part.id, ones.includes(part) ? lowestScore : null]),
          ),
          published: a.published,
          confidence: a.confidence,
          address: a.sourceUrl,
        };
      }),
    },
  });
}
