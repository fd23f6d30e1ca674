import { date } from "../../engine/report/format.js";

/** "by 2025-08-29" is "by 29 August 2025". */
export function dateWords(published: string | null): string | null {
  return published?.replace(/\b\d{4}-\d{2}(?:-\d{2})?\b/g, date) ?? null;
}
