import { labelOf } from "./cleanText.js";

/** What may be taken back, and what is done to it, in any order and in any form of the verb. */
const things =
  "reports?|assessments?|ratings?|scores?|judge?ments?|pages?|publications?|documents?|releases?|summary|statements?|content|information|findings";
const doings =
  "withdr[ae]w\\w*|suspend\\w*|suspension|retract\\w*|supersed\\w*|archiv\\w*|replac\\w+|remov\\w+|recall\\w*|revok\\w+|rescind\\w*|quash\\w*|unpublish\\w*|taken down|take down|" +
  "no longer|not (?:be )?(?:relied|rely|valid|current|stand)|do not (?:use|rely)|does not stand|invalid|void|obsolete|out of date|outdated|expired|" +
  "under (?:review|appeal|challenge|investigation|reconsideration)|review(?:ed|ing)|reconsider\\w*|reassess\\w*|appeal(?:ed|ing)?|challeng(?:ed|ing)|disput\\w+|contest(?:ed|ing)|" +
  "in error|errors?|incorrect\\w*|inaccura\\w+|mistakes?|correct(?:ed|ion)|amend(?:ed|ing|ments?)|paused|on hold|embargo\\w*|provisional|pending";

const either = new RegExp(
  `\\b(?:${things})\\b.{0,60}\\b(?:${doings})(?!\\w)|\\b(?:${doings})\\b.{0,60}\\b(?:${things})(?!\\w)`,
  "i",
);
const banner = new RegExp(
  `^(?:please note|note|notice|status|important|update)?[: !-]*(?:${doings})\\b.{0,40}$`,
  "i",
);

/** What may happen to this report; the prose of a report has its own words for what people do. */
const taken =
  "withdr[ae]w\\w*|suspended|retracted|superseded|archived|removed|replaced|unpublished|taken down|no longer|not (?:be )?relied|do not rely|under (?:review|appeal|challenge|reconsideration)|being (?:reviewed|reconsidered)|in error";
const pointed =
  "(?:this|our|the above) (?:\\w+ ){0,4}(?:report|rating|page|publication|document|release)s?";
const thisOne = new RegExp(
  `\\b${pointed}\\b.{0,60}\\b(?:${taken})(?!\\w)|\\b(?:${taken}|reviewing|reconsidering)\\b.{0,40}\\b${pointed}(?!\\w)`,
  "i",
);

/**
 * Whether a text could say that a report, or its rating, does not stand: used where a page's own
 * words stand, so that it finds too much rather than too little.
 */
export function couldBeNotice(text: string): boolean {
  return either.test(text) || banner.test(text);
}

/** Whether a text says so of the very page it is on, wherever that is: "We have withdrawn this report". */
export function isNoticeOfThis(text: string): boolean {
  return thisOne.test(text);
}

const alone = new RegExp(`^(?:${taken})[.!]?$`, "i");

/** Whether a text is a banner of one word, or of few: "Withdrawn". */
export function isBanner(text: string): boolean {
  return alone.test(labelOf(text));
}
