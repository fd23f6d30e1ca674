import { readFileSync } from "node:fs";

/** The numbers that an R script of the same name gave, from test/reference. */
export function reference<T>(name: string): T {
  const url = new URL(`../reference/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8")) as T;
}

/** The score matrices that the reference numbers rest on. */
export type SetName = "complete" | "all" | "madeUpFew" | "madeUpMany";

export interface ScoreSet {
  readonly scores: readonly (readonly number[])[];
  /** 1 for the lowest word to 4 for the highest. */
  readonly word: readonly number[];
  readonly region: readonly string[];
}

export const scoreSets = reference<Readonly<Record<SetName, ScoreSet>>>("scores");
