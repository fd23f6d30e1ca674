import * as Plot from "@observablehq/plot";
import { goodScore } from "../../../ratings/scheme.js";
import { below3, byShareBelow3 } from "../../analysis/profile.js";
import type { Profile } from "../../analysis/profile.js";
import { shortName } from "../../../ratings/shortName.js";
import { rowNames } from "../rowNames.js";
import type { Chart } from "../draw.js";
import { keyOf } from "../key.js";
import { scoreWords } from "../scoreWords.js";
import { sideHeadings } from "../sideHeadings.js";
import { smallTextSize } from "../textSizes.js";
import { textWidth } from "../../../engine/report/widestText.js";
import { levelColours } from "../levelColours.js";
import { inkOn } from "../paint.js";

/** From a bar's end to the picture's edge: room for how many councils the side holds. */
const endRoom = 40;

/** Each statement's scores as a bar, stacked outwards from the line below good. */
export const statementBarsPlot =
  (result: Profile): Chart =>
  (frame) => {
    const { scheme } = result;
    const good = goodScore(scheme);
    const fills = levelColours(scheme);
    const profiles = byShareBelow3(result);
    // From the line outwards, so that each side is stacked from there.
    const segments = profiles.flatMap(({ id, counts }) =>
      counts
        .map((councils, i) => ({ id, councils, side: i + 1 < good ? -1 : 1, fill: fills[i], i }))
        .sort((a, b) => Math.abs(a.i + 1.5 - good) - Math.abs(b.i + 1.5 - good)),
    );
    const ends = profiles.flatMap((profile) => {
      const below = below3(profile);
      return [
        { id: profile.id, side: -1, councils: below },
        { id: profile.id, side: 1, councils: profile.n - below },
      ];
    });
    const most = (side: number) => Math.max(...ends.map((e) => (e.side === side ? e.councils : 0)));
    const { marginLeft, names } = rowNames(profiles, ({ id }) => shortName(scheme, id), 150);
    const perCouncil = (frame.width - marginLeft - 2 * endRoom) / (most(-1) + most(1));
    const key = keyOf(frame, scoreWords(scheme, fills));
    const margins = { marginLeft: marginLeft + endRoom, marginTop: key.height + 30 };
    const stack = { x: (d: { councils: number; side: number }) => d.councils * d.side, y: "id" };
    return {
      ...margins,
      height: margins.marginTop + 27 * profiles.length + 4,
      marginRight: endRoom,
      marginBottom: 4,
      x: { domain: [-most(-1), most(1)], axis: null },
      y: { type: "band", domain: profiles.map(({ id }) => id), padding: 0.18, axis: null },
      marks: [
        ...key.marks(margins),
        ...sideHeadings(
          ["Below good", `${scheme.good} or above`],
          [-1, 1].map((side) => most(side) * perCouncil),
          endRoom,
        ),
        names({ y: "id", dx: -margins.marginLeft }),
        Plot.barX(segments, Plot.stackX({ ...stack, order: null, fill: "fill", insetLeft: 0.5 })),
        Plot.text(
          segments,
          Plot.stackX({
            ...stack,
            order: null,
            text: ({ councils }: { councils: number }) =>
              textWidth(String(councils), { size: smallTextSize }) + 4 < councils * perCouncil
                ? String(councils)
                : "",
            fill: ({ fill }: { fill: string }) => inkOn(fill),
            fontSize: smallTextSize,
          }),
        ),
        ...[-1, 1].map((side) =>
          Plot.text(
            ends.filter((end) => end.side === side),
            {
              ...stack,
              text: "councils",
              textAnchor: side < 0 ? "end" : "start",
              dx: side * 6,
              fontWeight: "bold",
            },
          ),
        ),
        Plot.ruleX([0], { stroke: frame.colours.text, strokeWidth: 1.5 }),
      ],
    };
  };
