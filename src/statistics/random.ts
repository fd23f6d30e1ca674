import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";

/** An array or a typed array whose elements can be moved. */
interface Movable<T> {
  readonly length: number;
  [index: number]: T;
}

/** One seeded stream of random numbers: the same seed gives the same numbers everywhere. */
export interface RandomStream {
  /** A double in [0, 1) with 53 random bits. */
  next(): number;
  /** A whole number from 0 to n - 1, each equally likely; n is at most 2^21. */
  integer(n: number): number;
  /** Shuffles an array in place (Fisher and Yates) and returns it. */
  shuffle<A extends Movable<unknown>>(values: A): A;
  /** Draws `size` elements with replacement; as many as there are by default. */
  sample<T>(values: readonly T[], size?: number): T[];
}

const bits32 = 2 ** 32;
/** Up to here the product of a choice and 32 bits is exact. */
const largestChoice = 2 ** 21;

/**
 * Starts a stream from a seed, a whole number from 0 to 2^32 - 1. Throws a RangeError for another.
 *
 * The generator is the 32-bit Mersenne Twister MT19937 (Matsumoto and Nishimura, ACM Transactions
 * on Modeling and Computer Simulation 8, 1998) with their `init_genrand` seeding; whole numbers are drawn from
 * it by multiplication and rejection (Lemire, ACM TOMACS 29, 2019).
 */
export function random(seed: number): RandomStream {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff)
    throw new RangeError(`seed: expected a whole number from 0 to 4294967295: ${seed}`);
  const generator = mersenne(seed);
  const integer = (n: number) => {
    if (!Number.isInteger(n) || n < 1 || n > largestChoice)
      throw new RangeError(`expected a whole number of choices from 1 to ${largestChoice}: ${n}`);
    for (;;) {
      const product = (generator.next() >>> 0) * n;
      const drawn = Math.floor(product / bits32);
      const rest = product - drawn * bits32;
      // A few products are drawn again, so that every number has as many as the others.
      if (rest >= n || rest >= bits32 % n) return drawn;
    }
  };
  return {
    next: () => uniformFloat64(generator),
    integer,
    shuffle(values) {
      for (let last = values.length - 1; last > 0; last--) {
        const other = integer(last + 1);
        const moved = values[last];
        values[last] = values[other];
        values[other] = moved;
      }
      return values;
    },
    sample<T>(values: readonly T[], size = values.length) {
      const drawn = new Array<T>(size);
      for (let i = 0; i < size; i++) drawn[i] = values[integer(values.length)];
      return drawn;
    },
  };
}
