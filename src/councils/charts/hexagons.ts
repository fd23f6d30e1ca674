import type { Point } from "./onePath.js";

/** A hexagon of side 1 with a corner at the top, by its centre, and the region it is of. */
export interface Hexagon {
  readonly x: number;
  readonly y: number;
  readonly region: string;
}

export const root3 = Math.sqrt(3);

/** Its corners, from the top one round to the right, drawn in by a share of its size. */
export function cornersOf({ x, y }: Hexagon, size = 1): Point[] {
  return [90, 30, -30, -90, -150, 150].map((degrees) => {
    const angle = (degrees * Math.PI) / 180;
    return [x + size * Math.cos(angle), y + size * Math.sin(angle)] as const;
  });
}

/** To the neighbour beyond the side that starts at each corner. */
const beyond: readonly Point[] = [60, 0, -60, -120, 180, 120].map((degrees) => {
  const angle = (degrees * Math.PI) / 180;
  return [root3 * Math.cos(angle), root3 * Math.sin(angle)] as const;
});

const keyOf = (x: number, y: number) => `${Math.round(x * 100)} ${Math.round(y * 100)}`;

/** The sides that part a region from others and from the sea. */
export function bordersOf(hexagons: readonly Hexagon[]): Point[][] {
  const regions = new Map(hexagons.map(({ x, y, region }) => [keyOf(x, y), region]));
  return hexagons.flatMap((hexagon) => {
    const corners = cornersOf(hexagon);
    return corners.flatMap((corner, i) => {
      const [dx, dy] = beyond[i];
      const other = regions.get(keyOf(hexagon.x + dx, hexagon.y + dy));
      return other === hexagon.region ? [] : [[corner, corners[(i + 1) % 6]]];
    });
  });
}
