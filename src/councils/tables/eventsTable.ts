import type { ladder } from "../analysis/ladder.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { count } from "../../engine/report/format.js";
import { publicationOf } from "../data/publicationOf.js";
import { councilColumn, type NamingOptions } from "./councilColumn.js";

/** A day to sort by: what is known to a month comes after its days, and what has no date last. */
function dayOf(date: string | null): string {
  const [day = "9999"] = /\d{4}-\d{2}(?:-\d{2})?/.exec(date ?? "") ?? [];
  return day.padEnd(10, "-99");
}

/** The published steps and events in the oversight of councils, by council and date, with sources. */
export function eventsTable(
  { rungs, other }: ReturnType<typeof ladder>,
  { source, dataset, id = "events" }: NamingOptions,
): Table {
  const steps = [...rungs, { name: "Another step or event", events: other }];
  const events = steps.flatMap((step) => step.events);
  const councils = new Set(events.map(({ gssCode }) => gssCode)).size;
  return toTable({
    unit: "council",
    id,
    caption: "Steps and events in the oversight of councils, as published",
    scope: `${count(events.length, "event")} of ${count(councils, "council")}. Others may have happened.`,
    source,
    n: councils,
    data: {
      columns: [
        councilColumn(dataset),
        { key: "step", label: "Step", isOnlyInCsv: true },
        { key: "event", label: "What was published" },
        { key: "date", label: "Date", isDate: true },
        { key: "source", label: "Source", isAddress: true, addressName: publicationOf },
      ],
      rows: steps
        .flatMap(({ name: step, events: own }) => own.map((event) => ({ step, ...event })))
        .sort(
          (a, b) =>
            a.name.localeCompare(b.name, "en") || dayOf(a.date).localeCompare(dayOf(b.date), "en"),
        )
        .map(({ name, step, event, date: published, sourceUrl }) => ({
          council: name,
          step,
          event,
          date: published,
          source: sourceUrl,
        })),
    },
  });
}
