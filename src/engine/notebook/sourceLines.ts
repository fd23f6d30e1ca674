/** JavaScript, and where an offset in it comes from. */
export interface Source {
  readonly javascript: string;
  /** The offset in the cell's value that an offset in the JavaScript comes from. */
  readonly origin: (offset: number) => number;
}

/** The offset of each line's first character. */
export function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n?|\n/g), ({ 0: end, index }) => index + end.length)];
}

/** The line, from 0, that an offset is in. */
export function lineOf(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle;
  }
  return low;
}
