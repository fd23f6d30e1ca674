import * as Plot from "@observablehq/plot";
import { eventDate } from "../../analysis/eventDate.js";
import type { EventDate } from "../../analysis/eventDate.js";
import type { ladder } from "../../analysis/ladder.js";
import { dateWords } from "../../findings/dateWords.js";
import { axisHeight, valueAxis } from "../axes.js";
import { namesAbove, rowNames } from "../rowNames.js";
import type { Chart } from "../draw.js";
import { smallTextSize } from "../textSizes.js";

export interface Dated extends EventDate {
  readonly id: string;
  readonly council: string;
  readonly step: string;
  readonly words: string;
}

/**
 * Events whose date is known, at least at one end, by council and then by date: first the councils of
 * which CQC notified the Secretary of State, so that no other heads a list of these.
 */
export function datedEvents({ rungs, other }: ReturnType<typeof ladder>): Dated[] {
  const steps = [...rungs, { name: "Another step or event", events: other }];
  const dated = steps.flatMap(({ name: step, events }) =>
    events.flatMap(({ name: council, date }) => {
      const when = eventDate(date);
      return when === null ? [] : [{ ...when, council, step, words: dateWords(date)! }];
    }),
  );
  const at = ({ from, to }: EventDate) => to ?? from ?? "";
  const notified = rungs.find(({ id }) => id === "notification")?.events.map(({ name }) => name);
  const place = ({ council }: { readonly council: string }) =>
    notified?.includes(council) ? 0 : 1;
  return dated
    .sort((a, b) => Date.parse(at(a)) - Date.parse(at(b)))
    .sort((a, b) => place(a) - place(b) || a.council.localeCompare(b.council, "en"))
    .map((event, i) => ({ ...event, id: String(i) }));
}

const day = 86_400_000;
/** How far the line of an open end is drawn. */
const open = 20 * day;

/** Events on one line of time, a row each: a day, a month, or a day with an open end. */
export const eventLinesPlot =
  (rows: readonly Dated[]): Chart =>
  ({ isNarrow, colours }) => {
    const rowHeight = isNarrow ? 44 : 30;
    const words = ({ council, step }: Dated) => `${council}: ${step}`;
    const { marginLeft, names } = rowNames(rows, words, isNarrow ? 336 : 290);
    const time = (iso: string) => Date.parse(iso);
    const known = rows.map(({ from, to }) => time((to ?? from)!));
    const from = (row: Dated) => (row.from === null ? time(row.to!) - open : time(row.from));
    const to = (row: Dated) => (row.to === null ? time(row.from!) + open : time(row.to) + day);
    const mark = (row: Dated) => time((row.from === null ? row.to : row.from)!);
    const isExact = (row: Dated) => row.from === row.to && !row.isDue;
    const last = Math.max(...known);
    const half = (Math.min(...known) + last) / 2;
    const dy = isNarrow ? 9 : 0;
    const labels = (isLate: boolean) =>
      Plot.text(
        rows.filter((row) => mark(row) > half === isLate),
        {
          y: "id",
          x: isLate ? from : to,
          dx: isLate ? -10 : 10,
          dy,
          text: "words",
          textAnchor: isLate ? "end" : "start",
          fontSize: smallTextSize,
        },
      );
    return {
      height: 4 + rowHeight * rows.length + axisHeight,
      marginLeft: isNarrow ? 12 : marginLeft + 8,
      marginRight: 16,
      marginTop: 4,
      marginBottom: axisHeight,
      x: { type: "utc", domain: [Math.min(...known) - 2 * open, last + 2 * open] },
      y: { type: "band", domain: rows.map(({ id }) => id), padding: 0, axis: null },
      marks: [
        Plot.ruleY(rows, { y: "id", x1: from, x2: to, stroke: colours.accent, strokeWidth: 2, dy }),
        Plot.dot(rows, {
          y: "id",
          x: mark,
          r: 5,
          fill: (row: Dated) => (isExact(row) ? colours.accent : colours.page),
          stroke: colours.accent,
          strokeWidth: 2,
          dy,
        }),
        labels(false),
        labels(true),
        names(isNarrow ? namesAbove(rowHeight, { y: "id" }) : { y: "id" }),
        valueAxis("", { ticks: isNarrow ? 3 : 5 }),
      ],
    };
  };
