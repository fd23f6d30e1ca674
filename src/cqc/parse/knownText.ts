import { labelOf } from "./cleanText.js";
import { isKnownHeading } from "./headings.js";
import { couldBeNotice } from "./notices.js";
import { readDate } from "./readDate.js";
import { statementOf, themeOf } from "./statementNames.js";

/** What CQC's pages have beside their text: ways to share and to find, and what kind of page it is. */
const furniture = new Set([
  "overview",
  "summary",
  "in this report",
  "on this page",
  "share",
  "share this page",
  "print",
  "print this page",
  "categories",
  "category",
  "media",
  "news",
  "press release",
  "press releases",
  "media release",
  "local authorities",
  "local authority assessment reports",
  "adult social care",
  "previous",
  "next",
  "how we assess local authorities",
]);

const dates = /^(?:published|page last updated|last updated|assessment published) ?:/i;
/** A link to a file: "Report on York (PDF, 1.2 MB)", "Easy read". */
const download =
  /^(?:[^.!?]{0,120}\((?:pdf|odt|docx?|word)(?:,? ?[0-9.,]+ ?[kmg]?b)?\)|(?:download )?(?:the )?(?:easy read|large print|british sign language|bsl|plain text|print)(?: (?:version|report|video|summary))?)$/i;

/**
 * Whether a line between a page's title and its values is one that such pages have. Any other could
 * say that what follows does not stand, in words that nobody has thought of.
 */
export function isKnownText(text: string): boolean {
  const label = labelOf(text);
  return (
    furniture.has(label) ||
    isKnownHeading(text) ||
    dates.test(text) ||
    readDate(text) !== null ||
    statementOf(text) !== null ||
    themeOf(text) !== null ||
    (download.test(text) && !couldBeNotice(text))
  );
}
