import { whereIs } from "./cellError.js";
import type { CompiledCell } from "./compileCell.js";
import type { Place } from "./readNotebook.js";
import { findNodes, type Node } from "./syntaxTree.js";

interface Name extends Node {
  readonly name?: string;
  readonly value?: unknown;
}
interface Call extends Node {
  readonly callee: Name;
  readonly arguments: readonly Node[];
}
interface Member extends Node {
  readonly object: Name;
  readonly property: Name;
}

const members: Readonly<Record<string, readonly string[]>> = {
  Date: ["now"],
  performance: ["now"],
  Math: ["random"],
  crypto: ["randomUUID", "getRandomValues"],
};

const clock = "the clock";
const chance = "chance";
const sourceOf: Readonly<Record<string, string>> = {
  Date: clock,
  performance: clock,
  Math: chance,
  crypto: chance,
};

/** Where a cell reads the clock or chance, and how it says so. */
function unrepeatable(
  { syntax, references, outputs, at }: CompiledCell,
  definesNow: boolean,
): {
  readonly place: Place;
  readonly what: string;
}[] {
  const found: { start: number; what: string }[] = [];
  const isOwn = (name: string) => outputs.has(name);
  for (const node of findNodes(syntax, "MemberExpression") as Member[]) {
    const object = node.object.name ?? "";
    const property = String(node.property.name ?? node.property.value);
    if (isOwn(object) || !Object.hasOwn(members, object)) continue;
    if (members[object].includes(property))
      found.push({ start: node.start, what: `${sourceOf[object]} (${object}.${property})` });
  }
  const calls = [
    ...(findNodes(syntax, "NewExpression") as Call[]).filter((call) => call.arguments.length === 0),
    ...(findNodes(syntax, "CallExpression") as Call[]),
  ];
  for (const { start, type, callee } of calls)
    if (callee.type === "Identifier" && callee.name === "Date" && !isOwn("Date"))
      found.push({
        start,
        what: `${clock} (${type === "NewExpression" ? "new Date()" : "Date()"})`,
      });
  for (const { name, start } of references)
    if (name === "now" && !definesNow) found.push({ start, what: `${clock} (now)` });
  found.sort((a, b) => a.start - b.start);
  return found.map(({ start, what }) => ({ place: at(start), what }));
}

/** What makes a report differ from one time that it is made to the next, a line each. */
export function unrepeatableLines(
  file: string,
  cells: readonly CompiledCell[],
  usesChance: boolean,
): string[] {
  const definesNow = cells.some(({ outputs }) => outputs.has("now"));
  const effect = "so the report differs each time it is made, and is made anew each time";
  const lines = cells.flatMap((compiled) =>
    unrepeatable(compiled, definesNow).map(
      ({ place, what }) => `${whereIs(file, compiled.cell, place)}reads ${what}, ${effect}`,
    ),
  );
  const isSaid = lines.some((line) => line.includes(`reads ${chance}`));
  return usesChance && !isSaid
    ? [...lines, `${file}:1:1: a package draws numbers by chance (Math.random), ${effect}`]
    : lines;
}
