import { statements } from "../../framework.js";
import type { Council } from "../dataset.js";
import type { ParsedPage } from "./parsedPage.js";

export interface ParseOptions {
  readonly councils: readonly Council[];
  /** The page's slug, such as `camden-0225`, where its address is known. */
  readonly slug?: string;
}

/** Refuses every page: the layouts follow. */
export function parsePage(_content: string, _options: ParseOptions): ParsedPage {
  return {
    page: "unknown",
    gssCode: null,
    council: null,
    kind: null,
    rating: null,
    percentage: null,
    published: null,
    updated: null,
    scores: statements.map(() => null),
    places: {},
    problems: ["page: no layout is known yet"],
    partial: false,
  };
}
