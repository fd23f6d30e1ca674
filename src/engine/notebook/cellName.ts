import type { CellMode } from "./readNotebook.js";

/** More variables than this are told by the first of them. */
const most = 3;
/** A longer heading is cut. */
const longest = 60;

/** A cell by the variables that it defines; null where it defines none. */
export function definedName(variables: readonly string[]): string | null {
  if (variables.length === 0) return null;
  const named = variables.slice(0, most).join(", ");
  return variables.length > most ? `${named} …` : named;
}

const declaration =
  /^(?:async\s+)?(?:const|let|var|function\*?|class)\s+([\p{L}_$][\p{L}\p{N}_$]*)/gmu;
/** What a cell in Observable's own language defines. */
const assigned = /^\s*((?:viewof\s+|mutable\s+)?[\p{L}_$][\p{L}\p{N}_$]*)\s*=(?![=>])/u;
const heading = /^#{1,6}\s+(.+?)\s*#*\s*$|<h[1-6]\b[^>]*>([\s\S]*?)<\/h[1-6]\s*>/im;

/**
 * A cell as its author would name it, from its source alone: the variable that its `output` names,
 * its first heading in quotes, or what it declares at its outermost level; else its id.
 */
export function nameInSource({
  mode,
  value,
  output,
  id,
}: {
  readonly mode: CellMode;
  readonly value: string;
  readonly output: string | undefined;
  readonly id: string;
}): string {
  if (output !== undefined) return output;
  if (mode === "js" || mode === "ts")
    return definedName(Array.from(value.matchAll(declaration), ([, name]) => name)) ?? id;
  if (mode === "ojs") return assigned.exec(value)?.[1].replace(/\s+/g, " ") ?? id;
  const [, markdown, html] = heading.exec(value) ?? [];
  const text = (markdown ?? html ?? "")
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (text === "") return id;
  return `"${text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text}"`;
}
