import { root3 } from "./hexagons.js";
import type { Hexagon } from "./hexagons.js";
import type { Point } from "./onePath.js";

export interface RegionLabel {
  readonly region: string;
  /** Where the label starts, and the middle of its lines. */
  readonly x: number;
  readonly y: number;
  readonly side: "left" | "right";
  /** The end of its leader, for a region that others shut in. */
  readonly to: Point | null;
}

/** In sides of a hexagon: how wide and high a region's label is, and from where to where it may be. */
export interface LabelRoom {
  readonly sizeOf: (region: string) => readonly [width: number, height: number];
  readonly left: number;
  readonly right: number;
}

const gap = 0.3;
/** From the middle of a region's hexagon to its name, which must be seen to be its name. */
const furthest = 3.1;
const isRow = (a: number, b: number) => Math.abs(a - b) < 0.1;

/**
 * A place outside the map for each region's name: beside one of its own hexagons at the edge, in the
 * row nearest to its middle, or else at the end of a leader along the top of the fewest others. None
 * lies on a hexagon or another name; a region without room has none.
 */
export function regionLabels(
  hexagons: readonly Hexagon[],
  { sizeOf, left, right }: LabelRoom,
): RegionLabel[] {
  const candidatesOf = (region: string) => {
    const own = hexagons.filter((hexagon) => hexagon.region === region);
    const middle = own.reduce((sum, { y }) => sum + y, 0) / own.length;
    const [width, height] = sizeOf(region);
    return own
      .flatMap((hexagon) =>
        ([-1, 1] as const).map((sign) => {
          const crossed = hexagons.filter(
            ({ x, y }) => isRow(y, hexagon.y) && sign * (x - hexagon.x) > 0.1,
          ).length;
          const y = hexagon.y + (crossed === 0 ? 0 : 0.75);
          const beside = hexagons.filter((other) => Math.abs(other.y - y) < height / 2 + 0.9);
          const edge = Math.max(...beside.map(({ x }) => sign * x)) + root3 / 2 + gap;
          const to: Point | null = crossed === 0 ? null : [hexagon.x, y];
          // From its hexagon, or from the end of its leader.
          const far = to === null ? edge - sign * hexagon.x : 0;
          return { region, x: sign * edge, y, sign, crossed, to, far, width, height };
        }),
      )
      .filter(({ far }) => far < furthest)
      .filter(({ x, sign }) => (sign < 0 ? x - width >= left : x + width <= right))
      .sort((a, b) => a.crossed - b.crossed || Math.abs(a.y - middle) - Math.abs(b.y - middle));
  };
  const byChoice = [...new Set(hexagons.map(({ region }) => region))]
    .map(candidatesOf)
    .filter((candidates) => candidates.length > 0)
    // Those that are shut in first, as they have the fewest places.
    .sort(([a], [b]) => b.crossed - a.crossed);
  const placed: (typeof byChoice)[number] = [];
  for (const candidates of byChoice) {
    const free = candidates.find(({ sign, y, height }) =>
      placed.every(
        (other) => other.sign !== sign || Math.abs(other.y - y) > (other.height + height) / 2,
      ),
    );
    if (free) placed.push(free);
  }
  return placed.map(({ region, x, y, sign, to }) => ({
    region,
    x,
    y,
    side: sign < 0 ? "left" : "right",
    to,
  }));
}
