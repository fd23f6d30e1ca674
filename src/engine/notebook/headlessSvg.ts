import { LeftOut } from "../../errors.js";
import { textWidth } from "./textWidth.js";

const laidOut = "it is measured as a browser lays it out";

interface Matrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

const one: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

const multiply = (m: Matrix, n: Matrix): Matrix => ({
  a: m.a * n.a + m.c * n.b,
  b: m.b * n.a + m.d * n.b,
  c: m.a * n.c + m.c * n.d,
  d: m.b * n.c + m.d * n.d,
  e: m.a * n.e + m.c * n.f + m.e,
  f: m.b * n.e + m.d * n.f + m.f,
});

const radians = (degrees: number) => (degrees * Math.PI) / 180;

function matrixOf(name: string, [x = 0, y, z]: readonly number[], all: readonly number[]): Matrix {
  switch (name) {
    case "translate":
      return { ...one, e: x, f: y ?? 0 };
    case "scale":
      return { ...one, a: x, d: y ?? x };
    case "skewX":
      return { ...one, c: Math.tan(radians(x)) };
    case "skewY":
      return { ...one, b: Math.tan(radians(x)) };
    case "rotate": {
      const [cos, sin] = [Math.cos(radians(x)), Math.sin(radians(x))];
      const turn = { ...one, a: cos, b: sin, c: -sin, d: cos };
      if (y === undefined || z === undefined) return turn;
      const [to, from] = [
        { ...one, e: y, f: z },
        { ...one, e: -y, f: -z },
      ];
      return multiply(multiply(to, turn), from);
    }
    default: {
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = all;
      return { a, b, c, d, e, f };
    }
  }
}

/** What an attribute `transform` comes to, or null where there is none. */
export function transformMatrix(transform: string): Matrix | null {
  const parts = [...transform.matchAll(/(\w+)\s*\(([^)]*)\)/g)];
  if (parts.length === 0) return null;
  return parts
    .map(([, name, list]) => {
      const numbers = list
        .split(/[\s,]+/)
        .filter(Boolean)
        .map(Number);
      return matrixOf(name, numbers, numbers);
    })
    .reduce(multiply);
}

/** The size of an element's font, from the nearest attribute that says one. */
function fontSize(element: Element | null): number {
  for (let at = element; at !== null; at = at.parentElement) {
    const said =
      at.getAttribute("font-size") ??
      /font-size:\s*([\d.]+)/.exec(at.getAttribute("style") ?? "")?.[1];
    const size = Number.parseFloat(said ?? "");
    if (size > 0) return size;
  }
  return 10;
}

const length = (element: Element) => textWidth(element.textContent ?? "", fontSize(element));

/** Gives elements of SVG what a browser measures of them, as far as it follows from their text. */
export function giveMeasures(prototype: object): void {
  const measured = (name: string, read: (element: Element) => unknown) => ({
    [name]: {
      configurable: true,
      get(this: Element) {
        return { baseVal: read(this) };
      },
    },
  });
  const pixels = (name: string) =>
    measured(name, (element) => ({
      value: Number.parseFloat(element.getAttribute(name) ?? "") || 0,
    }));
  Object.defineProperties(prototype, {
    ...pixels("width"),
    ...pixels("height"),
    ...measured("viewBox", (element) => {
      const [x = 0, y = 0, width = 0, height = 0] = (element.getAttribute("viewBox") ?? "")
        .split(/[\s,]+/)
        .map(Number);
      return { x, y, width, height };
    }),
    transform: {
      configurable: true,
      get(this: Element) {
        const consolidate = () => {
          const matrix = transformMatrix(this.getAttribute("transform") ?? "");
          return matrix && { matrix };
        };
        return { baseVal: { consolidate } };
      },
    },
    getComputedTextLength: {
      configurable: true,
      value(this: Element) {
        return length(this);
      },
    },
    ...Object.fromEntries(
      ["getTotalLength", "getPointAtLength"].map((name) => [
        name,
        {
          configurable: true,
          value() {
            throw new LeftOut(
              `${name}: only a browser measures along a path: work it out from the data`,
              laidOut,
            );
          },
        },
      ]),
    ),
    getBBox: {
      configurable: true,
      value(this: Element) {
        if (!["text", "tspan"].includes(this.localName))
          throw new LeftOut(
            `cannot measure a <${this.localName}>: only a browser can: work its size out from the data`,
            laidOut,
          );
        const size = fontSize(this);
        const number = (name: string) => Number(this.getAttribute(name) ?? 0);
        const width = length(this);
        const anchor = this.getAttribute("text-anchor");
        const shift = anchor === "middle" ? width / 2 : anchor === "end" ? width : 0;
        return { x: number("x") - shift, y: number("y") - size * 0.8, width, height: size };
      },
    },
  });
}
