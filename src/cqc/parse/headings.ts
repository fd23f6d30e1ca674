import { labelOf } from "./cleanText.js";

/** The headings of CQC's pages that values stand under. */
export const ratingHeading = "local authority rating and score";
export const pilotHeading = "local authority indicative rating";
export const scoresHeading = "quality statement scores";

/** In plain text a heading is known by its words alone. */
const known = new Set([
  ratingHeading,
  pilotHeading,
  scoresHeading,
  "overall summary",
  "downloads",
  "contents",
  "related information",
  "related content",
  "summary of people's experiences",
  "summary of people's experience",
  "summary of strengths, areas for development and next steps",
  "what people expect",
  "the local authority commitment",
  "the local authority commitment:",
  "key findings for this quality statement",
]);

export function isKnownHeading(text: string): boolean {
  return known.has(labelOf(text));
}

/** The council in the title of a report page, and the kind: "X: local authority assessment". */
export function titleOf(text: string): { readonly name: string; readonly pilot: boolean } | null {
  const formal = /^(.+?) ?: ?local authority assessment$/i.exec(text);
  if (formal) return { name: formal[1], pilot: false };
  const pilot = /^(.+?) assessment$/i.exec(text);
  return pilot ? { name: pilot[1], pilot: true } : null;
}

/** The council in the title of a press release, and what follows its name. */
export function releaseTitleOf(
  text: string,
): { readonly name: string; readonly rest: string } | null {
  const match =
    /^(?:embargoed: ?)?CQC (?:rates|publishes(?: (?:its|the))?(?: first)? report on) (.+?)(?:['\u2019]s?)? (?:adult social care(?: provision)?|care act responsibilities)(?: (.*))?$/i.exec(
      text,
    );
  return match ? { name: match[1], rest: match[2] ?? "" } : null;
}
