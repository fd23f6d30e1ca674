import type { Figure, FigureSpec, Rows, Table, TableSpec } from "./block.js";
import { isBlockId } from "./blockId.js";
import { toRows, type GivenRows } from "./givenRows.js";
import { views } from "./views.js";

function demand(what: string, id: string, spec: object, keys: readonly string[]): void {
  for (const key of keys) {
    const value: unknown = (spec as Record<string, unknown>)[key];
    if (typeof value !== "string" || value.trim() === "")
      throw new TypeError(`${what} ${id || "without id"}: ${key} is missing`);
  }
}

function checkData(
  what: string,
  { id, n, data }: { id: string; n: number; data: GivenRows },
): Rows {
  if (!isBlockId(id))
    throw new TypeError(`${what}: id: expected lower-case words with hyphens: ${id}`);
  if (!Number.isInteger(n) || n < 0)
    throw new TypeError(`${what} ${id}: n: expected a whole number: ${n}`);
  return toRows(`${what} ${id}`, data);
}

/** Attributes that hold words, ids and addresses; every other one of a picture holds its shape. */
const wordy = /^(?:aria-|data-|xlink:|(?:id|class|href|title|role|lang)$)/;

/** Whether a picture is drawn with a value that is no number. What it says in words is its own. */
function hasNoNumber(svg: string): boolean {
  const tags = svg.match(/<[^!?/][^>]*>/g) ?? [];
  const attributes = tags.flatMap((tag) => [...tag.matchAll(/([\w:-]+)\s*=\s*("[^"]*"|'[^']*')/g)]);
  return attributes.some(
    ([, name, value]) => !wordy.test(name) && /(?:NaN|undefined|Infinity)/.test(value),
  );
}

function picturesOf(spec: FigureSpec): Omit<Figure, "kind"> {
  if (!("draw" in spec))
    return { ...spec, svg: typeof spec.svg === "string" ? [spec.svg] : spec.svg };
  const { draw, ...words } = spec;
  const drawings = views.map((view) => ({ ...view, svg: draw(view) }));
  return { ...words, svg: [drawings[0].svg], drawings };
}

/** Checks a figure's spec. Throws a TypeError that names the figure and what it lacks. */
export function toFigure(spec: FigureSpec): Figure {
  demand("figure", spec.id, spec, ["id", "title", "subtitle", "alt", "caption", "source"]);
  const data = checkData("figure", spec);
  const { svg, drawings, ...words } = picturesOf(spec);
  const all = [...svg, ...(drawings ?? []).map((drawing) => drawing.svg)];
  if (svg.length === 0 || all.some((s) => !s.startsWith("<svg")))
    throw new TypeError(`figure ${spec.id}: svg: expected SVG markup`);
  if (all.some(hasNoNumber))
    throw new TypeError(`figure ${spec.id}: svg: holds a value that is not a number`);
  return Object.freeze({ kind: "figure", ...words, data, svg, ...(drawings && { drawings }) });
}

/** Checks a table's spec. Throws a TypeError that names the table and what it lacks. */
export function toTable(spec: TableSpec): Table {
  demand("table", spec.id, spec, ["id", "caption", "scope", "source"]);
  return Object.freeze({ kind: "table", ...spec, data: checkData("table", spec) });
}
