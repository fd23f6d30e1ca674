import type { RandomStream } from "./random.js";

/** One standard normal number by the polar method (Marsaglia and Bray, SIAM Review 6, 1964). */
export function normal(stream: RandomStream): number {
  for (;;) {
    const x = 2 * stream.next() - 1;
    const y = 2 * stream.next() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}
