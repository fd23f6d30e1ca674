import { inflateSync } from "node:zlib";

type Matrix = readonly [number, number, number, number, number, number];

/** Where on a page something is drawn, from its lower edge, in points. */
export interface Ink {
  readonly lowest: number;
  readonly highest: number;
}

const times = ([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix => [
  a * p + b * r,
  a * q + b * s,
  c * p + d * r,
  c * q + d * s,
  e * p + f * r + t,
  e * q + f * s + u,
];

/** What stands between the margins: Typst marks a page's head and foot as what they are. */
const between = (content: string) =>
  content.replace(/\/Artifact <<(?:(?!>> BDC)[^])*\/Type \/Pagination[^]*?>> BDC[^]*?EMC/g, "");

/** The heights at which a stream of content draws, with the streams that it shows. */
function heights(content: string, start: Matrix, form: (name: string) => string | null): number[] {
  const found: number[] = [];
  const kept: Matrix[] = [];
  let at = start;
  const add = (matrix: Matrix, x: number, y: number) =>
    found.push(matrix[1] * x + matrix[3] * y + matrix[5]);
  for (const line of content.split("\n")) {
    const parts = line.split(" ");
    const operator = parts.at(-1);
    const n = parts.slice(0, -1).map(Number);
    if (operator === "q") kept.push(at);
    else if (operator === "Q") at = kept.pop() ?? start;
    else if (operator === "cm") at = times(n as unknown as Matrix, at);
    else if (operator === "Tm") add(at, n[4], n[5]);
    else if (operator === "m" || operator === "l") add(at, n[0], n[1]);
    else if (operator === "c") add(at, n[4], n[5]);
    else if (operator === "re") [n[1], n[1] + n[3]].forEach((y) => add(at, n[0], y));
    else if (operator === "Do") {
      const inner = form(parts[0].slice(1));
      if (inner !== null) found.push(...heights(inner, at, form));
    }
  }
  return found;
}

/** What each page of a PDF that Typst wrote draws between its margins, in order. */
export function inkOfPages(pdf: Uint8Array): Ink[] {
  const raw = Buffer.from(pdf);
  const text = raw.toString("latin1");
  const objects = new Map<string, { readonly head: string; readonly content: string }>();
  for (const { 1: id, 2: head, index, 0: all } of text.matchAll(
    /^(\d+) 0 obj\n((?:(?!endobj)[^])*?)(?:stream\n|endobj)/gm,
  )) {
    const from = index + all.length;
    const to = raw.indexOf("\nendstream", from);
    const isContent = all.endsWith("stream\n") && head.includes("FlateDecode");
    objects.set(id, {
      head,
      content: isContent ? inflateSync(raw.subarray(from, to)).toString("latin1") : "",
    });
  }
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\n/.test(head))
    .map(({ head }) => {
      const content = objects.get(/\/Contents (\d+)/.exec(head)![1])!.content;
      const all = heights(between(content), [1, 0, 0, 1, 0, 0], (name) => {
        const id = new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1];
        return id === undefined ? null : (objects.get(id)?.content ?? null);
      });
      return { lowest: Math.min(...all), highest: Math.max(...all) };
    });
}
