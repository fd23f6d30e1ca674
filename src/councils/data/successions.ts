import { perObject } from "../../perObject.js";
import type { Council, Dataset } from "./dataset.js";

/** A council at the other end of a succession; its name is null where councils.csv lacks it. */
export interface Successor {
  readonly gssCode: string;
  readonly name: string | null;
  readonly on: string;
}

type Both = Readonly<
  Record<"followers" | "predecessors", ReadonlyMap<string, readonly Successor[]>>
>;

/** What has happened by the day of the data's vintage, by council, in both directions. */
const byCouncil = perObject(({ successors, councils, vintage }: Dataset): Both => {
  const names = new Map(councils.map(({ gssCode, name }) => [gssCode, name]));
  const named = (gssCode: string, on: string) => ({
    gssCode,
    name: names.get(gssCode) ?? null,
    on,
  });
  const followers = new Map<string, Successor[]>();
  const predecessors = new Map<string, Successor[]>();
  for (const { from, to, on } of successors) {
    if (on > vintage) continue;
    followers.set(from, [...(followers.get(from) ?? []), named(to, on)]);
    predecessors.set(to, [...(predecessors.get(to) ?? []), named(from, on)]);
  }
  return { followers, predecessors };
});

/** The councils that have followed one, by the day of the vintage: none where it is still there. */
export function followersOf(dataset: Dataset, gssCode: string): readonly Successor[] {
  return byCouncil(dataset).followers.get(gssCode) ?? [];
}

/** The councils that one has followed, by the day of the vintage. */
export function predecessorsOf(dataset: Dataset, gssCode: string): readonly Successor[] {
  return byCouncil(dataset).predecessors.get(gssCode) ?? [];
}

/** Whether a council was no longer there on the day of the data's vintage. */
export function hasEnded(dataset: Dataset, gssCode: string): boolean {
  return byCouncil(dataset).followers.has(gssCode);
}

/** The councils that were there on the day of the data's vintage. */
export const currentCouncils = perObject((dataset: Dataset): readonly Council[] =>
  Object.freeze(dataset.councils.filter(({ gssCode }) => !hasEnded(dataset, gssCode))),
);
