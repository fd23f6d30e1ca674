import type { Rare } from "../analysis/rare.js";
import type { Words } from "../analysis/words.js";
import type { Figure, Table } from "../../engine/report/block.js";
import { count, percentInterval } from "../../engine/report/format.js";
import type { ChartOptions } from "./chartOptions.js";
import { plotted, tooFew } from "./plotted.js";
import { unitsPlot } from "./plots/unitsPlot.js";
import type { UnitGroup, UnitPanel } from "./plots/unitsPlot.js";
import { newsWords, setWords, sourceWords } from "./setWords.js";

/** Results on the same set of one dataset. */
export interface Events {
  readonly rare: Rare;
  readonly words: Words;
}

function panelsOf({ rare, words }: Events): UnitPanel[] {
  const { scheme, anyScoreOf1, inadequate, n } = rare;
  const lowest = scheme.levels[0].name;
  const unconfirmed = words.uncertain - words.unknown;
  const councils = words.n + words.unknown;
  const panel = (heading: string, groups: readonly UnitGroup[]) => ({
    heading,
    groups: groups.filter((group) => group.n > 0),
  });
  return [
    panel("By the scores", [
      // A total that low holds the lowest score.
      {
        kind: "lowest",
        name: `scores that give ${lowest}`,
        n: inadequate.count,
      },
      {
        kind: "one",
        name: "a score of 1, a better rating",
        n: anyScoreOf1.count - inadequate.count,
      },
      { kind: "other", name: "no score of 1", n: n - anyScoreOf1.count },
      { kind: "unknown", name: "not every score known here", n: councils - n },
    ]),
    panel("By the published rating", [
      { kind: "lowest", name: lowest, n: words.countsWithoutLow[lowest] },
      {
        kind: "other",
        name: "another rating",
        n: words.n - unconfirmed - words.countsWithoutLow[lowest],
      },
      // Whatever they are: how many are the lowest would point at single councils.
      { kind: "unconfirmed", name: "rating not confirmed", n: unconfirmed },
      { kind: "unknown", name: "rating not known here", n: words.unknown },
    ]),
  ];
}

/**
 * Rare events as one mark for each council in England, none named: any score of 1 and the lowest
 * rating among councils with every score known, the lowest that is confirmed, and what is not known.
 */
export function iconArray(events: Events, options: ChartOptions): Figure | Table {
  const { rare, words } = events;
  const panels = panelsOf(events);
  const { count: ones, n, clopperPearson } = rare.anyScoreOf1;
  const interval = clopperPearson === null ? "none" : percentInterval(clopperPearson, 1);
  return plotted(
    {
      id: options.id ?? "icon-array",
      title: `${ones} of ${count(n, "council")} ${ones === 1 || n === 1 ? "has" : "have"} the lowest score on a statement`,
      subtitle: `Each mark is one council in England, ${count(words.n + words.unknown, "council")} in all. ${setWords(words.set, words.n - (words.uncertain - words.unknown))} with a confirmed rating, ${rare.n} with every score known. 95% interval of a score of 1: ${interval}`,
      alt: `Two arrays of marks. ${panels.map(({ heading, groups }) => `${heading}: ${groups.map((group) => `${count(group.n, "council")}, ${group.name}`).join("; ")}`).join(". ")}.`,
      caption: `The order of marks says nothing. A score of 1 and a rating of ${rare.scheme.levels[0].name} are not the same event. Not known is neither yes nor no.${newsWords(words.set)}`,
      source: sourceWords(options.source, words.leftOut),
      n: words.n,
      unit: "assessment",
      data: {
        columns: [
          { key: "by", label: "Counted by" },
          { key: "what", label: "What is known of the council" },
          { key: "councils", label: "Councils" },
        ],
        rows: panels.flatMap(({ heading, groups }) =>
          groups.map((group) => ({
            by: heading.replace("By the ", ""),
            what: group.name,
            councils: group.n,
          })),
        ),
      },
    },
    tooFew(words.n + words.unknown) ?? unitsPlot(panels),
    options,
  );
}
