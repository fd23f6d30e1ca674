import * as Plot from "@observablehq/plot";
import type { WordMap } from "../../analysis/wordMap.js";
import { hexKinds } from "../hexKinds.js";
import type { Chart } from "../draw.js";
import { bordersOf, cornersOf, root3 } from "../hexagons.js";
import { keyOf } from "../key.js";
import { mapName } from "../mapNames.js";
import { onePath } from "../onePath.js";
import { regionNames } from "../regionNames.js";
import { smallTextSize } from "../textSizes.js";
import { inkOn } from "../paint.js";

/** Left and right of the map, for the names of regions that reach its edges. */
const rooms = { narrow: { west: 33, east: 62 }, wide: { west: 0, east: 30 } };

/** In pixels: a hexagon's side where there are few of them. */
const longestSide = 21;

/** A hexagon for each council in the colour of its rating, regions outlined and named. */
export const hexMapPlot =
  (result: WordMap): Chart =>
  (frame) => {
    const { width, isNarrow, colours } = frame;
    const kinds = hexKinds(result, colours).map((kind) => ({
      ...kind,
      hexagons: kind.councils.flatMap(({ council, region, x, y }) =>
        x === null || y === null ? [] : [{ council, region, x, y }],
      ),
    }));
    const hexagons = kinds.flatMap((kind) => kind.hexagons);
    const room = rooms[isNarrow ? "narrow" : "wide"];
    const [xs, ys] = [hexagons.map(({ x }) => x), hexagons.map(({ y }) => y)];
    const [west, east] = [Math.min(...xs) - root3 / 2, Math.max(...xs) + root3 / 2];
    const y = [Math.min(...ys) - 1, Math.max(...ys) + 1];
    const key = keyOf(
      frame,
      kinds.map(({ fill, stroke, letter, words, councils }) => ({
        fill,
        stroke,
        text: `${letter} ${words}: ${councils.length}`.trim(),
      })),
    );
    const side = Math.min(longestSide, (width - 2 - room.west - room.east) / (east - west));
    const margins = { marginLeft: 1 + room.west, marginTop: key.height + 6 };
    const place = { x: "x", y: "y", fontSize: smallTextSize } as const;
    const right = width - 1 - margins.marginLeft - (east - west) * side;
    return {
      ...margins,
      height: margins.marginTop + (y[1] - y[0]) * side + 2,
      marginRight: 1 + right,
      marginBottom: 2,
      x: { domain: [west, east], axis: null },
      y: { domain: y, axis: null },
      marks: [
        ...key.marks(margins),
        ...kinds.map(({ hexagons: own, fill, stroke }) =>
          onePath(
            own.map((hexagon) => [...cornersOf(hexagon, 0.93), cornersOf(hexagon, 0.93)[0]]),
            { fill, stroke },
          ),
        ),
        onePath(bordersOf(hexagons), { stroke: colours.text, strokeWidth: 2 }),
        ...regionNames(
          hexagons,
          { left: west - room.west / side, right: east + right / side, side },
          colours.text,
        ),
        ...kinds.flatMap(({ hexagons: own, fill, letter }) => [
          Plot.text(own, {
            ...place,
            text: () => letter,
            fill: inkOn(fill),
            fontWeight: "bold",
            dy: isNarrow ? 0 : 8,
          }),
          ...(isNarrow
            ? []
            : [
                Plot.text(own, {
                  ...place,
                  text: ({ council }: { council: string }) =>
                    mapName(council, root3 * side, { size: smallTextSize }),
                  fill: inkOn(fill),
                  dy: -5,
                }),
              ]),
        ]),
      ],
    };
  };
