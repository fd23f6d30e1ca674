import type { View } from "./block.js";

/** A column of a page, which paper has too, and a phone. */
export const pictureWidths = { wide: 640, narrow: 350 } as const;

/** Every view that a page needs. The first is that of paper. */
export const views: readonly View[] = [
  { width: pictureWidths.wide, theme: "light" },
  { width: pictureWidths.wide, theme: "dark" },
  { width: pictureWidths.narrow, theme: "light" },
  { width: pictureWidths.narrow, theme: "dark" },
];
