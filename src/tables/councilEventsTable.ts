import type { InterventionEvent } from "../data/dataset.js";
import { toTable, type Table } from "../report/block.js";
import { count } from "../report/format.js";
import { dateWords } from "./dateWords.js";
import type { TableOptions } from "./tableOptions.js";

/** The published steps and events in the oversight of one council. */
export function councilEventsTable(
  events: readonly InterventionEvent[],
  { source, id = "events" }: TableOptions,
): Table {
  return toTable({
    id,
    caption: "Steps and events in the oversight of this council, as published",
    scope:
      `${count(events.length, "event")}. A step that was not found may have happened. A step is a ` +
      "minister's decision, and nothing read says that a rating triggers one.",
    source,
    n: events.length === 0 ? 0 : 1,
    data: {
      columns: [
        { key: "event", label: "What was published" },
        { key: "date", label: "Date" },
        { key: "note", label: "Note" },
        { key: "source", label: "Source" },
      ],
      rows: events.map(({ event, date, note, sourceUrl }) => ({
        event,
        date: dateWords(date),
        note,
        source: sourceUrl,
      })),
    },
  });
}
