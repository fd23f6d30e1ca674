import { contrast } from "./colour.js";
import type { Colours } from "./theme.js";

/**
 * What charts are drawn with: the names of colours. A picture is painted when it is drawn, so that
 * one drawing serves a light page and a dark one.
 */
export const inks: Colours = {
  page: "var(--page)",
  text: "var(--text)",
  quiet: "var(--quiet)",
  line: "var(--line)",
  accent: "var(--accent)",
  second: "var(--second)",
  below: [inkBetween("below", 0, 1), inkBetween("below", 1, 1)],
  good: [inkBetween("good", 0, 1), inkBetween("good", 1, 1)],
};

/** A colour so many steps of `steps` from the nearest to the furthest of a side. */
export function inkBetween(side: "below" | "good", step: number, steps: number): string {
  return `var(--${side}-${step}-of-${steps})`;
}

/** The page's or the text's colour, whichever can be read better on an ink. */
export function inkOn(ink: string): string {
  return ink.replace("var(--", "var(--on-");
}

/** A colour between two, `#rrggbb`: 0 gives the first, 1 the second. */
function between(from: string, to: string, share: number): string {
  const channel = (at: number) => {
    const [a, b] = [from, to].map((colour) => parseInt(colour.slice(at, at + 2), 16));
    return Math.round(a + share * (b - a))
      .toString(16)
      .padStart(2, "0");
  };
  return `#${[1, 3, 5].map(channel).join("")}`;
}

/** The page's or the text's colour, whichever can be read better on a colour. */
export function readableOn(fill: string, { page, text }: Pick<Colours, "page" | "text">): string {
  return contrast(page, fill) > contrast(text, fill) ? page : text;
}

function colourOf(name: string, colours: Colours): string {
  const on = /^on-(.+)$/.exec(name);
  if (on) return readableOn(colourOf(on[1], colours), colours);
  const part = /^(below|good)-(\d+)-of-(\d+)$/.exec(name);
  if (part) {
    const [near, far] = colours[part[1] as "below" | "good"];
    return between(near, far, Number(part[2]) / Number(part[3]));
  }
  const found: unknown = colours[name as keyof Colours];
  if (typeof found !== "string") throw new Error(`there is no ink ${name}`);
  return found;
}

/** An ink in the colours of a page. */
export function painted(ink: string, colours: Colours): string {
  return ink.replace(/^var\(--([\w-]+)\)$/, (_, name: string) => colourOf(name, colours));
}

/** A drawing in the colours of a page: whole attributes alone, as a label may say anything. */
export function paint(svg: string, colours: Colours): string {
  return svg.replace(/="(var\(--[\w-]+\))"/g, (_, ink: string) => `="${painted(ink, colours)}"`);
}
