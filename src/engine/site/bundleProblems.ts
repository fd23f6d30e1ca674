import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { messageOf } from "../../errors.js";

interface Failure {
  readonly errors?: readonly unknown[];
}

/** What a bundler says of itself or draws: its name for the error, its plugin, the source in a frame. */
const ornament = /^\[(?:plugin\b[^\]]*|[A-Z_]+)\]\s*|^(?:[A-Za-z]*Error):\s*/;
const drawn = /^[╭│╰┬─┴\d\s]|^at\s/;
const place = /\[\s*([^\s\][]+:\d+:\d+)\s*\]/;

function toLine(error: unknown, root: string): string {
  const lines = stripVTControlCharacters(messageOf(error))
    .split("\n")
    .map((line) => line.trim());
  const at = place.exec(lines.join("\n"))?.[1];
  const where =
    at === undefined ? "" : `${path.relative(process.cwd(), path.resolve(root, at)) || at}: `;
  const said = lines
    .map((line) => {
      let rest = line;
      while (ornament.test(rest)) rest = rest.replace(ornament, "");
      return rest;
    })
    // A plugin's name and the file that it was at stand in lines of their own.
    .filter((line) => line !== "" && !drawn.test(line) && !line.startsWith("Build failed"));
  return `the notebooks cannot be bundled: ${where}${said[0] ?? "no reason is given"}`;
}

/** Why notebooks could not be bundled, a line for each reason. `root` is what paths are relative to. */
export function bundleProblems(error: unknown, root: string): string[] {
  const all = (error as Failure).errors ?? [];
  return [...new Set((all.length > 0 ? all : [error]).map((one) => toLine(one, root)))];
}
