import type { Figure, Table } from "../../engine/report/block.js";

/** A figure or table that says of which councils it is, as it may be quoted alone: "Shown: London". */
export function shownOnly<B extends Figure | Table>(block: B, which: string): B {
  if (which === "") return block;
  const shown = (words: string) => `${words.replace(/\.$/, "")}. ${which}`;
  return Object.freeze(
    block.kind === "figure"
      ? { ...block, subtitle: shown(block.subtitle) }
      : { ...block, scope: shown(block.scope) },
  );
}
