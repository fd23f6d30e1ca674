import type { Pairs, StatementShare } from "../analysis/pairs.js";
import { goodScore } from "../../ratings/scheme.js";
import { allGrades, wordsAtGood } from "../../ratings/schemeWords.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { count, percent, percentInterval } from "../../engine/report/format.js";
import { intervalCells, intervalColumns } from "./intervalColumns.js";
import type { TableOptions } from "./tableOptions.js";
import { intervalMeaning } from "../findings/intervalMeaning.js";

function shareText({ share, clopperPearson }: StatementShare): string | null {
  if (share === null || clopperPearson === null) return null;
  return `${percent(share)} (${percentInterval(clopperPearson)})`;
}

const shareCells = (key: string, one: StatementShare) =>
  intervalCells(key, shareText(one), one.share, one.clopperPearson);

/** By statement: councils just good below a good score, and councils just below good at one. */
export function statementSharesTable(
  result: Pairs,
  { source, id = "statement-shares" }: TableOptions,
): Table {
  const { scheme, shareGoodBelow3: good, shareRIAtLeast3: weak } = result;
  const words = wordsAtGood(scheme);
  const lower = words.weak ?? `below ${words.good}`;
  const least = goodScore(scheme);
  const orMore = Array.from({ length: scheme.levels.length - least + 1 }, (_, i) => least + i);
  const reached = orMore.join(" or ");
  const n = good[0].n + weak[0].n;
  return toTable({
    unit: "assessment",
    id,
    caption: `By statement: ${words.good} councils below good, and ${lower} ones at good`,
    scope:
      `${count(good[0].n, "council")} whose ${allGrades(scheme)} carry ${words.good} and ${weak[0].n} whose scores ` +
      `carry ${lower}. In brackets the exact 95% interval. ` +
      intervalMeaning,
    source,
    n,
    data: {
      columns: [
        { key: "statement", label: "Quality statement" },
        { key: "good", label: `${words.good}: below ${least}` },
        ...intervalColumns(
          "goodShare",
          `Share of ${words.good} (95% interval)`,
          `Share of ${words.good}, 0 to 1`,
        ),
        { key: "goodN", label: `Councils rated ${words.good}`, isOnlyInCsv: true },
        { key: "weak", label: `${lower}: ${reached}` },
        ...intervalColumns(
          "weakShare",
          `Share of ${lower} (95% interval)`,
          `Share of ${lower}, 0 to 1`,
        ),
        { key: "weakN", label: `Councils rated ${lower}`, isOnlyInCsv: true },
      ],
      rows: scheme.parts.map(({ name }, i) => ({
        statement: name,
        good: good[i].k,
        ...shareCells("goodShare", good[i]),
        goodN: good[i].n,
        weak: weak[i].k,
        ...shareCells("weakShare", weak[i]),
        weakN: weak[i].n,
      })),
    },
  });
}
