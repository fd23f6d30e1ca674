import { verdictWords } from "../analysis/verdictWords.js";
import { count, date, number, percent } from "../../engine/report/format.js";
import { escapeHtml } from "../../engine/report/escapeHtml.js";
import type { Dataset } from "../data/dataset.js";
import { fieldWords } from "../findings/fieldWords.js";
import type { AssessmentChange, Change, ClaimChange, NumberChange } from "./changes.js";

/** What `changes.json` holds. */
export interface PrintedChanges {
  readonly schema: "ninefold.changes/1";
  readonly vintage: string;
  /** The newest first. */
  readonly changes: readonly Change[];
}

export interface FeedOptions {
  readonly dataset: Pick<Dataset, "vintage" | "schemes">;
  readonly changes: readonly Change[];
  /** What the site is called. */
  readonly title: string;
  /** The site's own address, with a slash at its end; links are relative where it is not known. */
  readonly address?: string;
  /** The page of a council from the site's root, where it has one. */
  readonly pageOf?: (gssCode: string) => string | undefined;
}

/** What the head of a page says of the feed, whose address is from the site's root. */
export const feed = { path: "feed.xml", type: "application/atom+xml" } as const;

/** Readers of feeds keep what they have seen: older entries are in `changes.json`. */
const mostEntries = 200;

interface Entry {
  readonly id: string;
  readonly on: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly page?: string;
  readonly source?: string | null;
}

const whenOf = (published: string | null) =>
  published === null ? "" : `, report of ${date(published)}`;

/** Who changed a report: CQC, or these data, which may have come to know more of it. */
function whatChanged(values: AssessmentChange["values"]): string {
  if (values.some(({ field, new: now }) => field === "status" && now === "revised"))
    return "CQC has revised its report";
  // A day of the month that was known says more of the same.
  const isMore = ({ old, new: now }: (typeof values)[number]) =>
    old === null || String(now).startsWith(`${old}-`);
  return values.every(isMore) ? "more is known of its report" : "corrected in these data";
}

function assessmentTitle(change: AssessmentChange): string {
  const { what, council, kind, published, isConfirmed, values } = change;
  const when = whenOf(published);
  if (what === "withdrawn")
    return isConfirmed
      ? `${council}: CQC has withdrawn its report${published === null ? "" : ` of ${date(published)}`}`
      : `${council}: a report said to be withdrawn, not confirmed`;
  if (what === "gone") return `${council}: taken out of the data${when}`;
  if (!isConfirmed)
    return `${council}: a report ${what === "new" ? "" : "changed that is "}not confirmed`;
  const rating = values.find(({ field }) => field === "rating")?.new;
  const word = `${kind === "pilot" ? "indicative rating of the pilot" : "rated"} ${rating}`;
  if (what === "new")
    return `${council}: ${rating ? word : "a report without a known rating"}${when}`;
  const now = rating ? `: now ${word}` : "";
  return `${council}: ${whatChanged(values)}${now}${when}`;
}

function entryOfAssessment(
  change: AssessmentChange,
  { dataset: { schemes }, pageOf }: FeedOptions,
): Entry {
  const scheme = schemes.find(({ id }) => id === change.scheme);
  const shown = (value: string | number | null, field: string) => {
    if (value === null) return "not stated";
    return field === "published" ? date(String(value)) : String(value);
  };
  const lines = change.values.map(
    ({ field, old, new: now }) =>
      `${fieldWords(field, scheme)}: ${old === null ? "" : `${shown(old, field)}, now `}${shown(now, field)}.`,
  );
  return {
    ...{ id: change.id, on: change.on, title: assessmentTitle(change), lines },
    ...(pageOf && { page: pageOf(change.gss_code) }),
    source: change.source_url,
  };
}

const entryOfClaim = ({ id, on, claim, text, before, after }: ClaimChange): Entry => ({
  ...{ id, on },
  title:
    before === null
      ? `Claim ${claim} is new: ${verdictWords[after]}`
      : `Claim ${claim} is now ${verdictWords[after]}; it was ${verdictWords[before]}`,
  lines: [text],
});

const sets = { complete: "Complete set", all: "All reports known" } as const;

function numberLine({ set, quantity, unit, before, after }: NumberChange): string {
  const shown = ({ value, n }: NumberChange["before"]) => {
    if (value === null) return "not known";
    const text = unit === "share" ? percent(value, 1) : number(value);
    return `${text} of ${count(n, unit === "share" ? "pair or council" : "council", unit === "share" ? "pairs or councils" : undefined)}`;
  };
  return `${sets[set]}, ${quantity}: ${shown(before)}, now ${shown(after)}.`;
}

/** The numbers that moved on one day are one entry. */
function entriesOfNumbers(changes: readonly NumberChange[]): Entry[] {
  const days = [...new Set(changes.map(({ on }) => on))];
  return days.map((on) => {
    const moved = changes.filter((one) => one.on === on);
    return {
      ...{ id: `urn:ninefold:change:${on}:numbers`, on },
      title: `${count(moved.length, "main number")} moved with the data`,
      lines: moved.map(numberLine),
    };
  });
}

function entriesOf(options: FeedOptions): Entry[] {
  const numbers = options.changes.filter((one) => one.about === "number");
  const others = options.changes.flatMap((one): Entry[] => {
    if (one.about === "claim") return [entryOfClaim(one)];
    return one.about === "assessment" ? [entryOfAssessment(one, options)] : [];
  });
  // The order within a day stays; numbers come after what moved them.
  return [...others, ...entriesOfNumbers(numbers)].sort((a, b) =>
    a.on === b.on ? 0 : a.on < b.on ? 1 : -1,
  );
}

// An instant of the day of the data, not of a clock: the same data give the same bytes.
const instant = (day: string) => `${day}T00:00:00Z`;

function entryXml(entry: Entry, address: string): string {
  const links = [
    ...(entry.page === undefined
      ? []
      : [`<link rel="alternate" href="${escapeHtml(address + entry.page)}"/>`]),
    ...(entry.source ? [`<link rel="via" href="${escapeHtml(entry.source)}"/>`] : []),
  ];
  return [
    "<entry>",
    `<id>${escapeHtml(entry.id)}</id>`,
    `<title>${escapeHtml(entry.title)}</title>`,
    `<updated>${instant(entry.on)}</updated>`,
    ...links,
    `<content type="text">${escapeHtml([entry.title + ".", ...entry.lines].join("\n"))}</content>`,
    "</entry>",
  ].join("\n");
}

/** An Atom feed of changes, RFC 4287. */
function feedXml(options: FeedOptions): string {
  const { dataset, title, address = "" } = options;
  const entries = entriesOf(options).slice(0, mostEntries);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<id>${address === "" ? "urn:ninefold:changes" : escapeHtml(address + feed.path)}</id>
<title>${escapeHtml(title)}: what changed</title>
<updated>${instant(dataset.vintage)}</updated>
<author><name>Ninefold</name></author>
<link rel="self" type="${feed.type}" href="${escapeHtml(address + feed.path)}"/>
<link rel="alternate" type="text/html" href="${escapeHtml(address === "" ? "./" : address)}"/>
${entries.map((entry) => entryXml(entry, address)).join("\n")}
</feed>
`;
}

/**
 * The files by which a site tells what changed in its data: `feed.xml`, an Atom feed, and
 * `changes.json`, all that is known; by path. None where no vintage was kept, so that nothing is known.
 */
export function feedFiles(options: FeedOptions): ReadonlyMap<string, string> {
  const { dataset, changes } = options;
  if (changes.length === 0) return new Map();
  const printed: PrintedChanges = {
    schema: "ninefold.changes/1",
    vintage: dataset.vintage,
    changes,
  };
  return new Map([
    [feed.path, feedXml(options)],
    ["changes.json", `${JSON.stringify(printed, null, 2)}\n`],
  ]);
}
