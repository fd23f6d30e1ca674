import { CellError, inOrder } from "./cellError.js";
import type { CompiledCell } from "./compileCell.js";
import { nearest } from "./nearest.js";
import { listenForFields, type MissedField } from "./tellingFields.js";

/** Looking at so many takes a part of a second; a misspelt field is missed once for each record. */
const most = 5000;

function words({ what, field, known }: MissedField, near: string | undefined): string {
  const advice = near === undefined ? `they have ${known.join(", ")}` : `did you mean ${near}?`;
  return `${what} have no ${field}: ${advice}`;
}

/**
 * Listens, while a notebook runs, for fields that its cells ask records for and that these have not:
 * each place once. What a package asks for on its own is left out: there only what is nearly
 * the name of a field counts, as in the channel of a chart.
 */
export function findMissedFields(cells: readonly CompiledCell[]): {
  readonly found: () => readonly CellError[];
  readonly end: () => void;
} {
  const byId = new Map(cells.map((compiled) => [compiled.cell.id, compiled]));
  const errors = new Map<string, CellError>();
  let looked = 0;
  const end = listenForFields((missed) => {
    if ((looked += 1) > most) return;
    const [, ...stack] = missed.stack.split("\n");
    const frames = stack.map((line) => /#run-\d+-cell-(\d+):(\d+):(\d+)/.exec(line));
    const frame = frames.find((one) => one !== null);
    const compiled = frame && byId.get(Number(frame[1]));
    if (!frame || !compiled) return;
    const near = nearest(missed.field, missed.known);
    if (frames[0] === null && near === undefined) return;
    const place = compiled.place(Number(frame[2]), Number(frame[3]));
    const key = `${place.line}:${place.column}:${missed.field}`;
    if (!errors.has(key)) errors.set(key, new CellError(compiled.cell, place, words(missed, near)));
  });
  return { found: () => inOrder([...errors.values()]), end };
}
