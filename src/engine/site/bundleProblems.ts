import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { messageOf } from "../../errors.js";
import type { BundleEntry } from "./bundle.js";

interface Failure {
  readonly errors?: readonly unknown[];
}

export interface BundleProblemOptions {
  /** What paths in errors are relative to. */
  readonly root: string;
  /** What the names of notebooks' own modules begin with. */
  readonly prefix: string;
  readonly entries: readonly BundleEntry[];
}

/** What a bundler says of itself or draws: its name for the error, its plugin, the source in a frame. */
const ornament = /^\[(?:plugin\b[^\]]*|rolldown:[^\]]*|[A-Z_]+)\]\s*|^(?:[A-Za-z]*Error):\s*/;
const drawn = /^[╭│╰┬─┴\d\s]|^at\s|^Build failed|^Caused by:|^Stack backtrace:|threw an error$/;
const place = /\[\s*([^\][\n]+?):(\d+):(\d+)\s*\]/;

function reasonOf(lines: readonly string[]): string {
  const said = lines
    .map((line) => {
      let rest = line;
      while (ornament.test(rest)) rest = rest.replace(ornament, "");
      return rest;
    })
    // A plugin's name and the file that it was at stand in lines of their own.
    .filter((line) => line !== "" && !drawn.test(line));
  return said[0] ?? "no reason is given";
}

/** A line on an import of a notebook's cell: its module was written from the cell's imports. */
function importLine({ source, imports, file }: BundleEntry, line: number, reason: string): string {
  const text = source.split("\n")[line - 1] ?? "";
  const specifier = /(?:from|import\() ?"([^"]*)"/.exec(text)?.[1] ?? "";
  const missing = /^"([^"]*)" is not exported by/.exec(reason)?.[1];
  const said = missing === undefined ? reason : `it does not export ${missing}`;
  return `${imports.get(specifier) ?? `${file}:1:1: `}import "${specifier}": ${said}`;
}

function toLine(error: unknown, { root, prefix, entries }: BundleProblemOptions): string {
  const lines = stripVTControlCharacters(messageOf(error))
    .split("\n")
    .map((line) => line.trim());
  const reason = reasonOf(lines);
  const [, file, line, column] = place.exec(lines.join("\n")) ?? [];
  if (file === undefined) {
    const files = entries.map((entry) => entry.file).join(", ");
    return `${files}: cannot be bundled for a page: ${reason}`;
  }
  const id = file.replace(/^(?:\0|\\0)/, "");
  const own = entries.find((entry) => prefix + entry.id === id);
  if (own) return importLine(own, Number(line), reason);
  const shown = path.relative(process.cwd(), path.resolve(root, file)) || file;
  return `${shown}:${line}:${column}: cannot be bundled for a page: ${reason}`;
}

/** Why notebooks could not be bundled, a line for each reason. */
export function bundleProblems(error: unknown, options: BundleProblemOptions): string[] {
  const all = (error as Failure).errors ?? [];
  return [...new Set((all.length > 0 ? all : [error]).map((one) => toLine(one, options)))];
}
