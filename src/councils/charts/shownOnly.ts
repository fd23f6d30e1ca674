import type { Figure, Table } from "../../engine/report/block.js";

/** A figure or table that says of what it is, as it may be quoted alone: "Shown: London". */
export function shownOnly(block: Figure | Table, which: string): Figure | Table {
  if (which === "") return block;
  const shown = (words: string) => `${words.replace(/\.$/, "")}. ${which}`;
  const words =
    block.kind === "figure" ? { subtitle: shown(block.subtitle) } : { scope: shown(block.scope) };
  return { ...block, ...words };
}
