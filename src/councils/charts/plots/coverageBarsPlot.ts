import * as Plot from "@observablehq/plot";
import { coverageParts } from "../../analysis/coverage.js";
import type { Coverage, CoverageOf } from "../../analysis/coverage.js";
import { rowNames } from "../rowNames.js";
import { paintsOf, partWords } from "../coverageKinds.js";
import type { Chart } from "../draw.js";
import { keyOf } from "../key.js";
import { smallTextSize } from "../textSizes.js";
import { textWidth } from "../../../engine/report/widestText.js";
import { inkOn } from "../paint.js";

const small = { size: smallTextSize };
const endWords = ({ councils }: Pick<CoverageOf, "councils">) => `of ${councils}`;

/** Each region's and type's councils as one bar of the same length, parted by what is known. */
export const coverageBarsPlot =
  ({ england, regions, types }: Coverage): Chart =>
  (frame) => {
    const { width, isNarrow, colours } = frame;
    const paints = paintsOf(colours);
    const headed = (heading: string, groups: readonly CoverageOf[]) => [
      { row: heading, name: heading, group: null },
      ...groups.map((group) => ({ row: `${heading} ${group.name}`, name: group.name, group })),
    ];
    const rows = [...headed("By region", regions), ...headed("By type of council", types)];
    const groups = rows.flatMap(({ row, group }) => (group === null ? [] : [{ ...group, row }]));
    const parts = groups.flatMap(({ row, councils, parts: counts }) =>
      coverageParts
        .filter((part) => counts[part] > 0)
        .map((part) => ({ row, part, n: counts[part], share: counts[part] / councils })),
    );
    type Part = (typeof parts)[number];
    const key = keyOf(
      frame,
      coverageParts
        .filter((part) => england.parts[part] > 0)
        .map((part) => ({ ...paints[part], text: `${partWords[part]}: ${england.parts[part]}` })),
    );
    const { marginLeft, names } = rowNames(
      rows,
      ({ name }) => (isNarrow && name === "By type of council" ? "By type" : name),
      isNarrow ? 104 : 180,
    );
    const margins = { marginLeft: marginLeft + 2, marginTop: key.height + 4 };
    const marginRight = textWidth(endWords(england), small) + 12;
    const room = width - margins.marginLeft - marginRight;
    const fits = ({ n, share }: Part) => textWidth(String(n), small) + 6 <= share * room;
    const stacked = { y: "row", x: "share" } as const;
    return {
      ...margins,
      height: margins.marginTop + (isNarrow ? 32 : 25) * rows.length + 4,
      marginRight,
      marginBottom: 4,
      x: { domain: [0, 1], axis: null },
      y: { type: "band", domain: rows.map(({ row }) => row), padding: 0.2, axis: null },
      marks: [
        ...key.marks(margins),
        Plot.barX(
          parts,
          Plot.stackX({
            ...stacked,
            fill: ({ part }: Part) => paints[part].fill,
            stroke: ({ part }: Part) => paints[part].stroke,
            strokeWidth: 1.5,
            inset: 1,
          }),
        ),
        Plot.text(
          parts,
          Plot.stackX({
            ...stacked,
            text: (one: Part) => (fits(one) ? String(one.n) : ""),
            fill: ({ part }: Part) => inkOn(paints[part].fill),
            fontSize: smallTextSize,
          }),
        ),
        names({ y: "row" }),
        Plot.text(groups, {
          y: "row",
          x: () => 1,
          dx: 8,
          textAnchor: "start",
          text: endWords,
          fontSize: smallTextSize,
        }),
      ],
    };
  };
