import { perObject } from "../../perObject.js";
import type { Council, Dataset } from "../data/dataset.js";

const byCouncil = perObject(({ context, councils }: Dataset) => {
  const named = new Map(councils.map((council) => [council.gssCode, council]));
  const rows = [...(context.neighbours ?? [])].sort((a, b) => Number(a.order) - Number(b.order));
  const found = new Map<string, Council[]>();
  for (const row of rows) {
    const neighbour = named.get(String(row.neighbour_gss_code));
    if (neighbour === undefined) continue;
    const code = String(row.gss_code);
    found.set(code, [...(found.get(code) ?? []), neighbour]);
  }
  return found;
});

/**
 * The councils most like one by the people of their areas, the nearest first, as the Department for
 * Education reckons them for children's services; none where the data hold none.
 */
export const statisticalNeighbours = (
  dataset: Dataset,
  { gssCode }: Pick<Council, "gssCode">,
): readonly Council[] => byCouncil(dataset).get(gssCode) ?? [];
