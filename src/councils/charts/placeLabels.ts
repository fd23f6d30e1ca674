import { textWidth } from "./textWidth.js";

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** A label's left end and the middle of its line, in the pixels of its point. */
export interface PlacedLabel {
  readonly text: string;
  readonly left: number;
  readonly middle: number;
  /** Whether it stands so far from its point that a line should join them. */
  readonly isFar: boolean;
}

export interface LabelRoom extends Box {
  /** Of the text. */
  readonly size: number;
  /** Of the points. */
  readonly radius: number;
  /** Lines that a label should stay clear of while there is room elsewhere. */
  readonly lines: readonly Box[];
}

const gap = 4;
/** How far above and below its point a label may stand, in lines; the nearest first. */
const lines = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7, 8, -8];

/** Beyond this many, a label on a line of the chart is better than one far from its point. */
const nearLines = 4;

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * A place beside each point for its label, in the order given: the nearest in the room that meets
 * no point and no label before it. Where there is none, the label stands beside its point.
 */
export function placeLabels(points: readonly Point[], room: LabelRoom): PlacedLabel[] {
  const { size, radius } = room;
  const reach = radius + gap;
  const dots = points.map(({ x, y }): Box => ({
    left: x - radius,
    top: y - radius,
    right: x + radius,
    bottom: y + radius,
  }));
  const taken: Box[] = [];
  return points.map(({ x, y, text }) => {
    const width = textWidth(text, { size });
    const boxAt = (left: number, line: number): Box => {
      const middle = y + line * (size + gap);
      return { left, top: middle - size * 0.65, right: left + width, bottom: middle + size * 0.65 };
    };
    const boxes = lines.flatMap((line) => [
      boxAt(x + reach, line),
      boxAt(x - reach - width, line),
      ...(line === 0 ? [] : [boxAt(x - width / 2, line)]),
    ]);
    const isFree = (box: Box) =>
      box.left >= room.left &&
      box.right <= room.right &&
      box.top >= room.top &&
      box.bottom <= room.bottom &&
      ![...dots, ...taken].some((other) => meet(box, other));
    const isClear = (box: Box) => isFree(box) && !room.lines.some((line) => meet(box, line));
    const near = boxes.slice(0, nearLines * 3);
    const found = near.findIndex(isClear);
    const at = found >= 0 ? found : Math.max(boxes.findIndex(isFree), 0);
    const { left, top, bottom } = boxes[at];
    taken.push(boxes[at]);
    const middle = (top + bottom) / 2;
    return { text, left, middle, isFar: Math.abs(middle - y) > size + gap + 1 };
  });
}
