import type { Pairs, StatementShare } from "../analysis/pairs.js";
import { statements } from "../framework.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { count, percent, percentInterval } from "../../engine/report/format.js";
import type { TableOptions } from "./tableOptions.js";
import { intervalMeaning } from "../findings/intervalMeaning.js";

function shareText({ share, clopperPearson }: StatementShare): string | null {
  if (share === null || clopperPearson === null) return null;
  return `${percent(share)} (${percentInterval(clopperPearson)})`;
}

/** By statement: Good councils below 3, and Requires improvement councils at 3 or above. */
export function statementSharesTable(
  result: Pairs,
  { source, id = "statement-shares" }: TableOptions,
): Table {
  const { shareGoodBelow3: good, shareRIAtLeast3: weak } = result;
  const n = good[0].n + weak[0].n;
  return toTable({
    unit: "assessment",
    id,
    caption:
      "Good councils that score below 3, and Requires improvement councils that score 3 or 4",
    scope:
      `${count(good[0].n, "council")} whose nine scores carry Good and ${weak[0].n} whose scores ` +
      `carry Requires improvement. In brackets the exact 95% interval (Clopper-Pearson). ` +
      intervalMeaning,
    source,
    n,
    data: {
      columns: [
        { key: "statement", label: "Quality statement" },
        { key: "good", label: "Good: below 3" },
        { key: "goodShare", label: "Share of Good (95% interval)" },
        { key: "weak", label: "Requires improvement: 3 or 4" },
        { key: "weakShare", label: "Share of Requires improvement (95% interval)" },
      ],
      rows: statements.map(({ name }, i) => ({
        statement: name,
        good: good[i].k,
        goodShare: shareText(good[i]),
        weak: weak[i].k,
        weakShare: shareText(weak[i]),
      })),
    },
  });
}
