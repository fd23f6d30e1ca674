import type { Figure, Table } from "../../engine/report/block.js";
import { count } from "../../engine/report/format.js";
import { besidesRatings, type ladder } from "../analysis/ladder.js";
import type { ChartOptions } from "./chartOptions.js";
import { plotted, tooFew } from "./plotted.js";
import { datedEvents, eventLinesPlot } from "./plots/eventLinesPlot.js";

/** Steps and events in the oversight of councils on one line of time, as far as dates are known. */
export function eventLines(
  found: ReturnType<typeof ladder>,
  options: ChartOptions,
): Figure | Table {
  const result = besidesRatings(found);
  const rows = datedEvents(result);
  const all = [...result.rungs.flatMap(({ events }) => events), ...result.other];
  const councils = new Set(rows.map(({ council }) => council)).size;
  return plotted(
    {
      id: options.id ?? "event-lines",
      title: `Steps and events in the oversight of ${count(councils, "council")}`,
      subtitle: `As published, by date: councils that CQC reported to the Secretary of State, then others. ${count(rows.length, "event")}`,
      alt: `A row for each event with a dot at its date. ${rows.map(({ council, step, words }) => `${council}: ${step}, ${words}`).join("; ")}.`,
      caption:
        "A filled dot is a day. A hollow dot with a line is a month, or a day by which or after which it came. " +
        "Ratings are not drawn." +
        (rows.length === all.length
          ? ""
          : ` Not drawn, for want of a date: ${count(all.length - rows.length, "event")}.`),
      source: options.source,
      n: councils,
      unit: "council",
      data: {
        columns: [
          { key: "council", label: "Council" },
          { key: "step", label: "Step" },
          { key: "date", label: "Date", isOnlyOnPage: true },
          { key: "from", label: "Not before" },
          { key: "to", label: "Not after" },
        ],
        rows: rows.map(({ council, step, words, from, to }) => ({
          council,
          step,
          date: words,
          from,
          to,
        })),
      },
    },
    tooFew(rows.length, "events") ?? eventLinesPlot(rows),
    options,
  );
}
