import type { Scheme } from "../../ratings/scheme.js";

const fields: Readonly<Record<string, string>> = {
  status: "Status of the report",
  rating: "Rating",
  score_pct: "Percentage",
  published: "Date of publication",
};

/** What a column of the data holds, in words. */
export function fieldWords(field: string, scheme: Scheme | undefined): string {
  const part = scheme?.parts.find(({ id }) => id === field);
  return fields[field] ?? (part === undefined ? field : `Score on ${part.short.toLowerCase()}`);
}
