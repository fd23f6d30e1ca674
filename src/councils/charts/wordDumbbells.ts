import * as Plot from "@observablehq/plot";
import type { Profile, ScoreCounts, StatementProfile } from "../analysis/profile.js";
import type { Scheme } from "../../ratings/scheme.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { count, percent } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { palette, quiet } from "./colour.js";
import { nothingTitle, setWords, sourceWords } from "./setWords.js";
import { drawNothing, drawPlot, smallTextSize, textSize } from "./svg.js";
import { textWidth } from "./textWidth.js";

const pair = ["Requires improvement", "Good"] as const;
type Word = (typeof pair)[number];
const colours: Readonly<Record<Word, string>> = {
  "Requires improvement": palette.darkPink,
  Good: palette.darkBlue,
};
/** The words can be told apart without colour. */
const symbols = { "Requires improvement": "diamond", Good: "circle" } as const;
const headerStyle = { size: smallTextSize, bold: true };
const nameWidth = 116;
const gap = 12;
/** A word, over lines, behind its symbol. */
const linesOf = (word: Word) => word.split(" ");
const headerWidth = (word: Word) =>
  Math.max(...linesOf(word).map((line) => textWidth(line, headerStyle)));
const symbolWidth = 18;
/** From the edge of the plot to the right end of each word's column. */
const columnEnds = pair.reduce<readonly number[]>((ends, word) => {
  const width = Math.max(headerWidth(word) + symbolWidth, textWidth("000 of 000", headerStyle));
  return [...ends, (ends.at(-1) ?? 6) + gap + width];
}, []);

interface End {
  readonly id: string;
  readonly word: Word;
  readonly met: number;
  readonly n: number;
  readonly share: number;
}

function endOf({ id, byRating }: StatementProfile, word: Word): End | null {
  const counts: ScoreCounts = byRating[word];
  const met = counts[2] + counts[3];
  const n = met + counts[0] + counts[1];
  return n === 0 ? null : { id, word, met, n, share: met / n };
}

function endsOf(profiles: readonly StatementProfile[], word: Word): End[] {
  return profiles.flatMap((profile) => endOf(profile, word) ?? []);
}

function draw(
  profiles: readonly StatementProfile[],
  { parts }: Scheme,
  document: Document,
): string {
  const [weak, good] = pair.map((word) => endsOf(profiles, word));
  const joined = weak.flatMap((end) => {
    const other = good.find(({ id }) => id === end.id);
    return other ? [{ id: end.id, from: end.share, to: other.share }] : [];
  });
  const column = { frameAnchor: "right", textAnchor: "end", fontSize: smallTextSize } as const;
  const counts = ({ met, n }: End) => `${met} of ${n}`;
  return drawPlot(
    {
      height: 48 + 23 * profiles.length + 44,
      marginLeft: nameWidth,
      marginRight: columnEnds[1] + 6,
      marginTop: 48,
      marginBottom: 44,
      x: { domain: [0, 1] },
      y: { type: "point", domain: profiles.map(({ id }) => id), padding: 0.5, axis: null },
      marks: [
        Plot.text(parts, {
          y: "id",
          frameAnchor: "left",
          dx: 2 - nameWidth,
          textAnchor: "start",
          text: "short",
          fontSize: textSize,
        }),
        Plot.ruleY(profiles, { y: "id", stroke: quiet, strokeDasharray: "1,4" }),
        Plot.ruleY(joined, { y: "id", x1: "from", x2: "to", stroke: quiet, strokeWidth: 2 }),
        Plot.dot(weak, {
          x: "share",
          y: "id",
          r: 6,
          symbol: symbols[pair[0]],
          fill: colours[pair[0]],
        }),
        Plot.dot(good, {
          x: "share",
          y: "id",
          r: 6,
          symbol: symbols[pair[1]],
          fill: colours[pair[1]],
        }),
        Plot.text(weak, {
          ...column,
          y: "id",
          dx: columnEnds[0],
          text: counts,
          fill: colours[pair[0]],
        }),
        Plot.text(good, {
          ...column,
          y: "id",
          dx: columnEnds[1],
          text: counts,
          fill: colours[pair[1]],
        }),
        ...pair.flatMap((word, i) => {
          const place = { frameAnchor: "top-right", fill: colours[word] } as const;
          return [
            Plot.dot([word], {
              ...place,
              r: 5,
              symbol: symbols[word],
              dx: columnEnds[i] - headerWidth(word) - 10,
              dy: -13,
            }),
            Plot.text([linesOf(word).join("\n")], {
              ...place,
              lineAnchor: "bottom",
              textAnchor: "start",
              dx: columnEnds[i] - headerWidth(word),
              dy: -8,
              fontSize: headerStyle.size,
              fontWeight: "bold",
            }),
          ];
        }),
        Plot.axisX([0, 0.25, 0.5, 0.75, 1], {
          tickFormat: (share: number) => percent(share),
          tickSize: 0,
          fontSize: smallTextSize,
          label: "Share of councils scoring 3 or 4",
          labelAnchor: "center",
          labelArrow: "none",
          labelOffset: 40,
        }),
      ],
    },
    document,
  );
}

function titleOf(profiles: readonly StatementProfile[], { parts }: Scheme): string {
  const good = endsOf(profiles, "Good");
  const least = Math.min(...good.map(({ share }) => share));
  const lowest = good.filter(({ share }) => share === least);
  const name = parts.find(({ id }) => id === lowest[0]?.id)?.name;
  if (name === undefined) return "No council rated Good has a known score";
  if (least === 1) return "Every council rated Good scored 3 or more on every statement";
  const [{ met, n }] = lowest;
  const below = `${n - met} of ${count(n, "council")} rated Good scored below 3 on`;
  return lowest.length === 1 ? `${below} ${name}` : `${below} each of ${lowest.length} statements`;
}

/** One word's numbers, for a listener: how many councils there are is said once where it can be. */
function wordsOf(known: readonly End[], scheme: Scheme): string[] {
  if (known.length === 0) return [];
  const [{ word, n }] = known;
  const isSame = known.every((end) => end.n === n);
  const parts = known.map(({ id, met, n: of }) => {
    const name = scheme.parts.find((part) => part.id === id)?.short;
    return isSame ? `${name} ${met}` : `${name} ${met} of ${of}`;
  });
  return [`Of ${isSame ? n : "the"} rated ${word}: ${parts.join("; ")}`];
}

/**
 * For each statement, the share of councils scoring 3 or 4 among those rated Requires improvement
 * and those rated Good: how far one word tells one statement.
 */
export function wordDumbbells(result: Profile, options: ChartOptions): Figure {
  const { set, leftOut } = result;
  const document = documentOf(options);
  const profiles = result.statements;
  // Councils with another word are not plotted, and a partly known nine is not on every statement.
  const n = Math.max(
    ...profiles.map((profile) => pair.reduce((t, word) => t + (endOf(profile, word)?.n ?? 0), 0)),
  );
  const ends = pair.map((word) => endsOf(profiles, word));
  const isEmpty = ends.every((known) => known.length === 0);
  const words = ends.flatMap((known) => wordsOf(known, result.scheme));
  return toFigure({
    unit: "assessment",
    id: options.id ?? "word-dumbbells",
    title: isEmpty ? nothingTitle : titleOf(profiles, result.scheme),
    subtitle: `Share of councils scoring 3 or 4 on each statement, by word. ${setWords(set, n)}`,
    alt: isEmpty
      ? "Pairs of marks without any council rated Requires improvement or Good."
      : `Pairs of marks joined by a line, for councils scoring 3 or 4. ${words.join(". ")}.`,
    caption:
      "The diamond is councils rated Requires improvement, the disc those rated Good. A short line " +
      "means that the word says little about that statement. Councils with another word are not in " +
      "the picture. It has no intervals, which are wide for so few councils.",
    source: sourceWords(options.source, leftOut),
    n,
    data: {
      columns: [
        { key: "statement", label: "Statement" },
        ...pair.flatMap((word) => [
          { key: `${word} met`, label: `${word}: councils scoring 3 or 4` },
          { key: `${word} n`, label: `${word}: councils with a known score` },
        ]),
      ],
      rows: profiles.map((profile) => ({
        statement: profile.name,
        ...Object.fromEntries(
          pair.flatMap((word) => {
            const end = endOf(profile, word);
            return [
              [`${word} met`, end?.met ?? 0],
              [`${word} n`, end?.n ?? 0],
            ];
          }),
        ),
      })),
    },
    svg: isEmpty
      ? drawNothing("Nothing to show: no council rated Requires improvement or Good.", document)
      : draw(profiles, result.scheme, document),
  });
}
