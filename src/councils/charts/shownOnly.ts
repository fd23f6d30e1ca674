import type { Figure, Table } from "../../engine/report/block.js";

/** A figure or table that says of what it is, as it may be quoted alone: "Shown: London". */
export function shownOnly(block: Figure | Table, which: string): Figure | Table {
  if (which === "") return block;
  const shown = (words: string) => `${words.replace(/\.$/, "")}. ${which}`;
  return Object.freeze(
    block.kind === "figure"
      ? { ...block, subtitle: shown(block.subtitle) }
      : { ...block, scope: shown(block.scope) },
  );
}
