import type { Assessment } from "./dataset.js";

/** What tells an assessment from others, as one text: no value holds a NUL. */
export function assessmentKey(
  of: Pick<Assessment, "gssCode" | "kind" | "scheme" | "published">,
): string {
  return [of.gssCode, of.kind, of.scheme, of.published].join("\0");
}
