/**
 * Every way to part items 0 to n - 1 into groups of the given sizes, n their sum; the order of
 * groups, and of items in a group, does not count. Sizes 3, 2, 2, 2 give 9! / (3! 2! 2! 2!) / 3! =
 * 1,260.
 */
export function partitions(sizes: readonly number[]): number[][][] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const from = (left: readonly number[], open: readonly number[]): number[][][] => {
    if (left.length === 0) return [[]];
    const [first, ...others] = left;
    // The first item left goes into a group of each size still open: no partition comes twice.
    return [...new Set(open)].flatMap((size) => {
      const place = open.indexOf(size);
      const rest = open.filter((_, i) => i !== place);
      return combinations(others, size - 1).flatMap((chosen) =>
        from(
          others.filter((item) => !chosen.includes(item)),
          rest,
        ).map((groups) => [[first, ...chosen], ...groups]),
      );
    });
  };
  return from(
    Array.from({ length: total }, (_, i) => i),
    sizes.filter((size) => size > 0),
  );
}

/** Every way to choose `size` of the items. */
function combinations(items: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, i) =>
    combinations(items.slice(i + 1), size - 1).map((chosen) => [item, ...chosen]),
  );
}
