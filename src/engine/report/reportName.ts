import path from "node:path";
import { ExpectedError } from "../../errors.js";

/** Refuses a report's name that could not name its files everywhere. */
export function checkReportName(id: string): void {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    throw new ExpectedError(`${id}: a report's name must be lower-case words with hyphens`);
}

/**
 * The name of the report of a notebook: that of its file in lower-case words with hyphens, or of its
 * folder where the file is an index.
 */
export function reportNameOf(file: string): string {
  const parts = path
    .resolve(file)
    .replace(/\.html?$/i, "")
    .split(path.sep);
  const last = parts.at(-1) ?? "";
  const named = last.toLowerCase() === "index" ? (parts.at(-2) ?? "") : last;
  const name = named
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return name || "notebook";
}
