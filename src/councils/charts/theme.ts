import type { Theme } from "../../engine/report/block.js";

/**
 * The colours of charts, by what they stand for. Page and text are those of the pages that pictures
 * stand on. Every mark has a contrast of at least 3:1 with its page, every text 4.5:1 with what it
 * stands on, and no colour is the only cue. The light hues are tints of dark blue and dark pink of the
 * Government Analysis Function's palette; the dark ones are the same hues, the brighter the further
 * from the middle.
 */
export interface Colours {
  readonly page: string;
  readonly text: string;
  /** Text that stands back. */
  readonly quiet: string;
  /** Axes, rules and marks that stand back. */
  readonly line: string;
  /** The one thing that a chart is about. */
  readonly accent: string;
  /** A second thing beside it. */
  readonly second: string;
  /** Levels below good and those from good up: the nearest to the middle and the furthest from it. */
  readonly below: readonly [near: string, far: string];
  readonly good: readonly [near: string, far: string];
}

export const themes: Readonly<Record<Theme, Colours>> = {
  light: {
    page: "#ffffff",
    text: "#0b0c0c",
    quiet: "#484d51",
    line: "#767b80",
    accent: "#12436d",
    second: "#4a7fae",
    below: ["#c76ba3", "#801650"],
    good: ["#5596d2", "#12436d"],
  },
  dark: {
    page: "#14181b",
    text: "#eceeef",
    quiet: "#b9bfc4",
    line: "#7d868d",
    accent: "#8fc1ee",
    second: "#4f8fc7",
    below: ["#a04c83", "#f0a6cf"],
    good: ["#366ca3", "#a6d1f5"],
  },
};
