import { DOMParser } from "linkedom";
import { textWidth } from "../../../src/engine/report/widestText.js";

/** What an SVG draws, in its own pixels: the texts and the shapes, in the order of painting. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface DrawnText {
  readonly text: string;
  readonly size: number;
  readonly fill: string;
  readonly box: Box;
  readonly isTurned: boolean;
  /** The fill of the last shape painted under the middle of the text. */
  readonly ground: string;
}

export interface Shape {
  readonly fill: string;
  readonly stroke: string;
  readonly box: Box;
  /** Of a straight-sided outline other than a rectangle. */
  readonly corners: readonly Corner[] | null;
}

export type Corner = readonly [number, number];

export interface Picture {
  readonly root: Element;
  readonly texts: readonly DrawnText[];
  readonly shapes: readonly Shape[];
}

type Matrix = readonly [number, number, number, number, number, number];

function times(m: Matrix, n: Matrix): Matrix {
  const [a, b, c, d, e, f] = m;
  const [p, q, r, s, t, u] = n;
  return [
    a * p + c * q,
    b * p + d * q,
    a * r + c * s,
    b * r + d * s,
    a * t + c * u + e,
    b * t + d * u + f,
  ];
}

function matrixOf(transform: string | null): Matrix {
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [, kind, list] of (transform ?? "").matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [x, y = 0] = list.split(/[ ,]+/).map(Number);
    if (kind === "translate") matrix = times(matrix, [1, 0, 0, 1, x, y]);
    else if (kind === "rotate") {
      const angle = (x * Math.PI) / 180;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      matrix = times(matrix, [cos, sin, -sin, cos, 0, 0]);
    } else throw new Error(`transform not known: ${kind}`);
  }
  return matrix;
}

function movedBy([a, b, c, d, e, f]: Matrix, [x, y]: Corner): Corner {
  return [a * x + c * y + e, b * x + d * y + f];
}

function boxOf([a, b, c, d, e, f]: Matrix, { left, top, right, bottom }: Box): Box {
  const points = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ].map(([x, y]) => [a * x + c * y + e, b * x + d * y + f]);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

/** A length, in pixels or in ems of the size given. */
function lengthOf(value: string | null, em: number): number {
  if (value === null) return 0;
  return value.endsWith("em") ? parseFloat(value) * em : parseFloat(value);
}

/** The box of a shape in its own coordinates. Paths are read as points: enough for boxes and ticks. */
function shapeBox(element: Element): Box | null {
  const number = (name: string) => Number(element.getAttribute(name) ?? 0);
  switch (element.localName) {
    case "rect": {
      const [left, top] = [number("x"), number("y")];
      return { left, top, right: left + number("width"), bottom: top + number("height") };
    }
    case "circle": {
      const [x, y, r] = [number("cx"), number("cy"), number("r")];
      return { left: x - r, top: y - r, right: x + r, bottom: y + r };
    }
    case "line": {
      const xs = [number("x1"), number("x2")];
      const ys = [number("y1"), number("y2")];
      return {
        left: Math.min(...xs),
        right: Math.max(...xs),
        top: Math.min(...ys),
        bottom: Math.max(...ys),
      };
    }
    default:
      return null;
  }
}

/** The corners of a path of one closed outline with straight sides. */
function cornersOf(d: string): Corner[] | null {
  if (!/^M[-\d., ]+(?:L[-\d., ]+){2,}Z?$/.test(d)) return null;
  const corners = [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]): Corner => [
    Number(x),
    Number(y),
  ]);
  return d.endsWith("Z") || String(corners[0]) === String(corners.at(-1)) ? corners : null;
}

/** The outlines of a path, each of which starts where the pen is moved to. */
function outlinesOf(element: Element): string[] {
  return (element.getAttribute("d") ?? "").split(/(?=M)/).filter((part) => part !== "");
}

function pathBox(d: string): Box {
  let [x, y] = [0, 0];
  const xs: number[] = [];
  const ys: number[] = [];
  for (const [, command, list] of d.matchAll(/([MLHVhvlZz])([^MLHVhvlZz]*)/g)) {
    const numbers = (list.match(/-?[\d.]+/g) ?? []).map(Number);
    if (command === "M" || command === "L") [x, y] = numbers as [number, number];
    else if (command === "l") [x, y] = [x + numbers[0], y + numbers[1]];
    else if (command === "H") x = numbers[0];
    else if (command === "V") y = numbers[0];
    else if (command === "h") x += numbers[0];
    else if (command === "v") y += numbers[0];
    xs.push(x);
    ys.push(y);
  }
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

interface Style {
  readonly fill: string;
  readonly stroke: string;
  readonly size: number;
  readonly bold: boolean;
  readonly anchor: string;
  readonly matrix: Matrix;
}

function styleOf(element: Element, style: Style): Style {
  const get = (name: string) => element.getAttribute(name);
  const colour = (value: string | null) => (value === "white" ? "#FFFFFF" : value);
  return {
    fill: colour(get("fill")) ?? style.fill,
    stroke: colour(get("stroke")) ?? style.stroke,
    size: get("font-size") === null ? style.size : parseFloat(get("font-size")!),
    bold: get("font-weight") === null ? style.bold : get("font-weight") === "bold",
    anchor: get("text-anchor") ?? style.anchor,
    matrix: times(style.matrix, matrixOf(get("transform"))),
  };
}

function textsOf(element: Element, style: Style, ground: (box: Box) => string): DrawnText[] {
  const lines = element.querySelectorAll("tspan");
  let y = lengthOf(element.getAttribute("y"), style.size);
  const drawn = (line: Element, x: number) => {
    const text = line.textContent ?? "";
    const width = textWidth(text, style);
    const shift = { start: 0, middle: 0.5, end: 1 }[style.anchor] ?? 0;
    const box = boxOf(style.matrix, {
      left: x - shift * width,
      right: x + (1 - shift) * width,
      top: y - 0.74 * style.size,
      bottom: y + 0.2 * style.size,
    });
    const isTurned = Math.abs(style.matrix[1]) > 1e-9;
    return { text, size: style.size, fill: style.fill, box, isTurned, ground: ground(box) };
  };
  if (lines.length === 0) return [drawn(element, lengthOf(element.getAttribute("x"), style.size))];
  return [...lines].map((line) => {
    const own = line.getAttribute("y");
    y = own === null ? y : lengthOf(own, style.size);
    y += lengthOf(line.getAttribute("dy"), style.size);
    return drawn(line, lengthOf(line.getAttribute("x"), style.size));
  });
}

/** Reads an SVG as the charts write it. */
export function pictureOf(svg: string): Picture {
  const root = new DOMParser().parseFromString(svg, "image/svg+xml")
    .documentElement as unknown as Element;
  const texts: DrawnText[] = [];
  const shapes: Shape[] = [];
  const ground = (box: Box) => {
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const under = shapes.filter(
      (shape) =>
        shape.fill !== "none" &&
        shape.box.left <= x &&
        x <= shape.box.right &&
        shape.box.top <= y &&
        y <= shape.box.bottom,
    );
    return under[under.length - 1]?.fill ?? "none";
  };
  const visit = (element: Element, above: Style) => {
    const style = styleOf(element, above);
    if (element.localName === "text") texts.push(...textsOf(element, style, ground));
    const { stroke, matrix } = style;
    const fill = element.localName === "line" ? "none" : style.fill;
    const box = shapeBox(element);
    if (box) shapes.push({ fill, stroke, box: boxOf(matrix, box), corners: null });
    if (element.localName === "path")
      for (const d of outlinesOf(element)) {
        const corners = cornersOf(d)?.map((corner) => movedBy(matrix, corner)) ?? null;
        shapes.push({ fill, stroke, box: boxOf(matrix, pathBox(d)), corners });
      }
    for (const child of element.children) visit(child, style);
  };
  visit(root, {
    fill: "#000000",
    stroke: "none",
    size: 16,
    bold: false,
    anchor: "start",
    matrix: [1, 0, 0, 1, 0, 0],
  });
  return { root, texts, shapes };
}

/** Whether a side of an outline runs through a box. */
export function isCutBy({ left, top, right, bottom }: Box, corners: readonly Corner[]): boolean {
  return corners.some(([x1, y1], i) => {
    const [x2, y2] = corners[(i + 1) % corners.length];
    // The part of the side that lies between the box's edges, as shares of its length.
    let [from, to] = [0, 1];
    for (const [start, step, low, high] of [
      [x1, x2 - x1, left, right],
      [y1, y2 - y1, top, bottom],
    ]) {
      const [a, b] = [(low - start) / step, (high - start) / step].sort((p, q) => p - q);
      if (step === 0 ? start <= low || start >= high : false) return false;
      if (step !== 0) [from, to] = [Math.max(from, a), Math.min(to, b)];
    }
    return from < to;
  });
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
