import * as Plot from "@observablehq/plot";
import type { Frame } from "./draw.js";
import { smallTextSize } from "./textSizes.js";
import { textWidth } from "../../engine/report/widestText.js";

export interface KeyEntry {
  readonly fill: string;
  /** Of an empty swatch. */
  readonly stroke?: string;
  readonly text: string;
}

const lineHeight = 20;
const swatch = 18;

/** What colours stand for: swatches with words, on as many lines as the width asks for or, as a list, each on its own. */
export function keyOf(
  { width }: Pick<Frame, "width">,
  entries: readonly KeyEntry[],
  isList = false,
): {
  readonly height: number;
  /** Its marks at the top of a picture with these margins. */
  readonly marks: (margins: { marginLeft: number; marginTop: number }) => Plot.Markish[];
} {
  const placed: (KeyEntry & { readonly left: number; readonly line: number })[] = [];
  let [left, line] = [0, 0];
  for (const entry of entries) {
    const wide = swatch + textWidth(entry.text, { size: smallTextSize });
    if (left > 0 && (isList || left + wide > width)) [left, line] = [0, line + 1];
    placed.push({ ...entry, left, line });
    left += wide + 16;
  }
  return {
    height: (line + 1) * lineHeight,
    marks: ({ marginLeft, marginTop }) =>
      placed.flatMap(({ fill, stroke, text, left: at, line: on }) => {
        const place = {
          frameAnchor: "top-left",
          facet: "super",
          dy: 9 + on * lineHeight - marginTop,
        } as const;
        return [
          Plot.dot([text], {
            ...place,
            symbol: "square",
            r: 6,
            fill,
            stroke,
            dx: at + 7 - marginLeft,
          }),
          Plot.text([text], {
            ...place,
            lineAnchor: "middle",
            textAnchor: "start",
            dx: at + swatch - marginLeft,
            fontSize: smallTextSize,
          }),
        ];
      }),
  };
}
