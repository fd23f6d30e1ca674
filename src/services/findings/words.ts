import type { Dataset } from "../../councils/data/dataset.js";
import { count, date, list, number } from "../../engine/report/format.js";
import type { Covered } from "../analysis/serviceRows.js";

/** Names of so few areas are told. */
const fewAreas = 3;

/** Where the counted services are: "in England", "in Lincolnshire", "in the areas of 12 councils". */
export function areaWords(
  dataset: Dataset,
  { councils, isEngland }: Covered,
  council: string | null = null,
): string {
  const nameOf = (code: string) =>
    dataset.councils.find(({ gssCode }) => gssCode === code)?.name ?? code;
  if (council !== null) return `in ${nameOf(council)}`;
  if (isEngland) return "in England";
  if (councils.length <= fewAreas) return `in ${list(councils.map(nameOf))}`;
  return `in the areas of ${count(councils.length, "council")}`;
}

/** Which services are counted, and when: "Care services in Lincolnshire, May 2026". */
export function scopeWords(dataset: Dataset, of: Covered, council: string | null = null): string {
  const when = of.month === null ? "" : `, ${date(of.month)}`;
  return `Care services ${areaWords(dataset, of, council)}${when}`;
}

/** "Well-led, 18 of 38": the part that stands most often in a list of counts. */
export function mostOften(names: readonly string[], counts: readonly number[]): string | null {
  const most = Math.max(...counts);
  const all = counts.reduce((sum, one) => sum + one, 0);
  const found = names.filter((_, i) => counts[i] === most);
  return most <= 0 || found.length > 1 ? null : `${found[0]}, ${number(most)} of ${number(all)}`;
}
