import { perObject } from "../../perObject.js";
import { whereIs } from "./cellError.js";
import type { CompiledCell } from "./compileCell.js";
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

/** Something that a cell reads that differs from run to run. */
interface Reading {
  readonly start: number;
  readonly what: string;
  /** As the name `now`, which a notebook may define itself. */
  readonly isNow?: boolean;
}

/** What a cell reads of the clock and chance, in the order of its text: once, however often it runs. */
const readings = perObject(({ syntax, references, outputs }: CompiledCell): readonly Reading[] => {
  const found: Reading[] = [];
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
    if (name === "now") found.push({ start, what: `${clock} (now)`, isNow: true });
  return found.sort((a, b) => a.start - b.start);
});

/** What makes a report differ from one time that it is made to the next, a line each. */
export function unrepeatableLines(
  file: string,
  cells: readonly CompiledCell[],
  usesChance: boolean,
): string[] {
  const definesNow = cells.some(({ outputs }) => outputs.has("now"));
  const effect = "so the report differs each time it is made, and is made anew each time";
  const lines = cells.flatMap((compiled) =>
    readings(compiled)
      .filter(({ isNow }) => !(isNow && definesNow))
      .map(
        ({ start, what }) =>
          `${whereIs(file, compiled.cell, compiled.at(start))}reads ${what}, ${effect}`,
      ),
  );
  const isSaid = lines.some((line) => line.includes(`reads ${chance}`));
  return usesChance && !isSaid
    ? [...lines, `${file}:1:1: a package draws numbers by chance (Math.random), ${effect}`]
    : lines;
}
