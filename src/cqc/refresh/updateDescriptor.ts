import { createHash } from "node:crypto";

type Json = Record<string, unknown>;

/** The number of the version that a vintage gives: 2026-09-07 is 2026.9.7. */
function versionOf(day: string): string {
  return day.split("-").map(Number).join(".");
}

/**
 * A folder's datapackage.json after its tables changed: the size and hash of each, and the vintage,
 * which is the day of the refresh unless it is later already. To what day the data are complete is
 * never changed: that a page was read says nothing of those that were not. A folder without a
 * descriptor gets one that states the vintage alone.
 */
export function updateDescriptor(
  text: string | null,
  tables: ReadonlyMap<string, string>,
  day: string,
): string {
  const descriptor: Json = text === null ? {} : (JSON.parse(text.replace(/^\ufeff/, "")) as Json);
  const old = typeof descriptor.vintage === "string" ? descriptor.vintage : "";
  if (day > old) {
    descriptor.vintage = day;
    if ("version" in descriptor) descriptor.version = versionOf(day);
    if ("vintageDescription" in descriptor)
      descriptor.vintageDescription =
        "The day on which CQC's pages were last read into assessments.csv. What was published " +
        "later is not here, and reports that could not be read may be missing.";
  }
  if (Array.isArray(descriptor.resources))
    for (const resource of descriptor.resources as Json[]) {
      const content = typeof resource.path === "string" ? tables.get(resource.path) : undefined;
      if (content === undefined) continue;
      resource.bytes = Buffer.byteLength(content);
      resource.hash = `sha256:${createHash("sha256").update(content).digest("hex")}`;
    }
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}
