import { showValue } from "../../datapackage/problem.js";
import type { Diff, DiffItem, SummaryNotFound } from "./diff.js";

const kinds = ["new", "changed", "withdrawn", "contradicted"] as const;

const shown = (value: string | number | null) =>
  value === null ? "(blank)" : showValue(String(value));

function titleOf({ what, council, gssCode, kind, published, url }: DiffItem): string {
  const name = council === null ? "an unknown council" : `${showValue(council)} (${gssCode})`;
  const about = [name, kind, published].filter((part) => part !== null).join(", ");
  return `${what}: ${about}: ${showValue(url)}`;
}

function linesOf(item: DiffItem): string[] {
  const note = item.line === null ? null : (item.row?.note ?? null);
  return [
    titleOf(item),
    ...item.values.map(
      ({ field, old, new: value, change }) =>
        `  ${field}: ${shown(old)} -> ${shown(value)} (${item.what === "new" ? "new" : change})`,
    ),
    ...(item.what === "changed" && item.values.length === 0
      ? ["  confirmed: the row takes the page's address and high confidence"]
      : []),
    ...item.reasons.map((reason) => `  why: ${showValue(reason)}`),
    ...(note === null ? [] : [`  its note stays, so see whether it still holds: ${shown(note)}`]),
  ];
}

/** How many there are of each, in one line. */
export function diffSummary({ items, same, notFound, problems }: Diff): string {
  const counts = kinds.map((kind) => {
    const n = items.filter(({ what }) => what === kind).length;
    return `${n} ${kind}`;
  });
  const without = notFound.length === 0 ? "" : `, ${notFound.length} without a summary`;
  return `${counts.join(", ")}, ${same} the same${without}, ${problems.length} not read`;
}

/** A diff as text: each page with what it says otherwise, both values, and a line that counts. */
export function diffText(diff: Diff): string {
  const items = kinds.flatMap((kind) => diff.items.filter(({ what }) => what === kind));
  return [...items.flatMap(linesOf), diffSummary(diff), ""].join("\n");
}

/** A report whose summary was not found, and where it was looked for. */
function notFoundLine({ council, gssCode, slug, looked }: SummaryNotFound): string {
  const name = council === null ? "an unknown council" : `${showValue(council)} (${gssCode})`;
  const places = looked.map(({ url, what }) => `${url} (${showValue(what)})`);
  return `no summary found: ${name}, ${showValue(slug)}: ${places.join(", ")}`;
}

/** What a person must look at, a line each: contradictions, and what could not be read. */
export function diffProblems({ items, notFound, problems }: Diff): string[] {
  const contradicted = items.filter(({ what }) => what === "contradicted");
  return [
    ...contradicted.map((item) => `${titleOf(item)}: ${item.reasons.map(showValue).join("; ")}`),
    ...notFound.map(notFoundLine),
    ...problems,
  ];
}
