import type { Scheme } from "./scheme.js";

/** A part's name that is short enough for an axis, by its id. */
export function shortName({ parts }: Pick<Scheme, "parts">, id: string): string {
  return parts.find((part) => part.id === id)?.short ?? id;
}
