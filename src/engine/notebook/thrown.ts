import path from "node:path";
import { messageOf, stackOf } from "../../errors.js";
import { whyRefused } from "./builtins.js";
import type { CompiledCell } from "./compileCell.js";
import { changeWords } from "./freezeExports.js";
import { MarkdownError } from "./md.js";
import type { Place } from "./readNotebook.js";
import { lineStarts } from "./sourceLines.js";

/** Where the first word of a cell stands. */
export const beginning = ({ cell }: CompiledCell): Place =>
  cell.place(Math.max(0, cell.value.search(/\S/)));

/** Where a cell begins, for those who read of it elsewhere: `near.html:12:5`. */
export function whereBegins(file: string, compiled: CompiledCell): string {
  const { line, column } = beginning(compiled);
  return `${path.basename(file)}:${line}:${column}`;
}

/** Where an error was thrown, by the frame of its stack that is in the cell; else its beginning. */
export function findPlace(compiled: CompiledCell, script: string, error: unknown): Place {
  const { cell, place } = compiled;
  if (error instanceof MarkdownError && cell.mode === "md")
    return cell.place(lineStarts(cell.value)[error.line - 1] ?? 0);
  const stack = stackOf(error);
  const at = stack.indexOf(`${script}:`);
  const [, line, column] = /^(\d+):(\d+)/.exec(stack.slice(at + script.length + 1)) ?? [];
  if (at < 0 || line === undefined) return beginning(compiled);
  return place(Number(line), Number(column));
}

/** What was thrown; in its place an error that says more, or one that can be looked at at all. */
export function readable(thrown: unknown): unknown {
  try {
    return whyMissing(thrown) ?? thrown;
  } catch {
    return new Error(messageOf(thrown));
  }
}

/** Why a name is not there that code met which is no cell's own, as a module beside the notebook. */
function whyMissing(error: unknown): Error | undefined {
  if (!(error instanceof ReferenceError)) return undefined;
  const [, name] = /^([\w$]+) is not defined$/.exec(error.message) ?? [];
  const why = name === undefined ? undefined : whyRefused(name);
  if (why) why.stack = error.stack;
  return why;
}

export function thrownMessage(error: unknown): string {
  const said =
    messageOf(error) || (error instanceof Error ? error.name : "an empty message was thrown");
  return said + changeWords(error);
}
