import { prose, type Prose } from "../../engine/report/block.js";
import type { Dataset } from "../data/dataset.js";
import { matchCouncil } from "../data/findCouncil.js";

const times = (n: number) => (n === 2 ? "twice" : `${["three", "four", "five"][n - 3] ?? n} times`);

/** What a page says where texts name the same council more than once; null where none do. */
export function chosenTwice(
  dataset: Pick<Dataset, "councils">,
  texts: readonly string[],
): Prose | null {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const name = matchCouncil(dataset, text)?.name;
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const said = [...counts]
    .filter(([, n]) => n > 1)
    .map(([name, n]) => `${name} is chosen ${times(n)}.`);
  return said.length === 0 ? null : prose`${said.join(" ")}`;
}
