import type { ladder } from "../analysis/ladder.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { count } from "../../engine/report/format.js";
import { publicationOf } from "../data/publicationOf.js";
import type { TableOptions } from "./tableOptions.js";

/** The published steps and events in the oversight of councils, by kind, with dates and sources. */
export function eventsTable(
  { rungs, other }: ReturnType<typeof ladder>,
  { source, id = "events" }: TableOptions,
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
        { key: "council", label: "Council" },
        { key: "step", label: "Step", isOnlyInCsv: true },
        { key: "event", label: "What was published" },
        { key: "date", label: "Date", isDate: true },
        { key: "source", label: "Source", isAddress: true, addressName: publicationOf },
      ],
      rows: steps.flatMap(({ name: step, events: own }) =>
        own.map(({ name, event, date: published, sourceUrl }) => ({
          council: name,
          step,
          event,
          date: published,
          source: sourceUrl,
        })),
      ),
    },
  });
}
