import { escapeMarkdown, toProse, type Prose } from "../../engine/report/block.js";
import { date, list } from "../../engine/report/format.js";
import { isSafeAddress } from "../../engine/report/markdown.js";
import type { CouncilStanding } from "../analysis/councilStanding.js";
import type { Assessment, Dataset } from "../data/dataset.js";
import { publicRating } from "../data/publicRating.js";
import { publicationOf } from "../data/publicationOf.js";
import { spokenSource } from "../data/spokenSource.js";

const reports = "https://www.cqc.org.uk/care-services/local-authority-assessment-reports";
const dated = (words: string) => words.replace(/\b\d{4}-\d{2}(?:-\d{2})?\b/g, date);

/** A link that is called by who publishes there. */
export function linkTo(address: string): string {
  const name = escapeMarkdown(publicationOf(address));
  return isSafeAddress(address) ? `[${name}](${escapeMarkdown(address)})` : name;
}

/** A note of the data as a reader has it: statements by name, dates in words, addresses as links. */
export function noteMarkdown(note: string, { parts }: Dataset["scheme"]): string {
  const named = note.replace(
    /\bQS([1-9])\b/g,
    (code, digit) => parts[Number(digit) - 1]?.short ?? code,
  );
  return named
    .split(/(https?:\/\/\S*[^\s.,;:)])/)
    .map((part, i) => (i % 2 === 1 ? linkTo(part) : escapeMarkdown(dated(part))))
    .join("");
}

/** Whether the row's address is CQC's page, though a copy of it was read. */
const isUnread = ({ sourceKind, sourceUrl }: Assessment) =>
  publicationOf(sourceUrl) === "CQC" && !sourceKind.startsWith("CQC");

function sourceMarkdown(row: Assessment): string {
  const spoken = spokenSource(row.sourceKind);
  const read = `${escapeMarkdown(spoken)}${isUnread(row) ? "; CQC's own page was not read" : ""}`;
  return `Read in ${read}. Ninefold's confidence in it is ${row.confidence}.`;
}

const kinds = { pilot: "Pilot, indicative", formal: "Formal" } as const;

/** An assessment in one line: nothing of one that was withdrawn or is not confirmed. */
function rowMarkdown(row: Assessment, scheme: Dataset["scheme"]): string {
  const when = row.published === null ? "date not known" : date(row.published);
  const rating = publicRating(row);
  if (row.status === "withdrawn")
    return `${kinds[row.kind]}, ${when}: CQC withdrew it, ${linkTo(row.sourceUrl)} reports.`;
  if (row.confidence === "low") return `${kinds[row.kind]}, ${when}: not confirmed.`;
  const known = row.scores.every((score) => score !== null);
  const said = [
    rating ?? "rating not known",
    ...(row.percentage === null ? [] : [`${row.percentage}%`]),
    ...(known ? [`scores ${row.scores.join(" ")}`] : []),
  ];
  const note = row.note === null ? "" : ` Note: ${noteMarkdown(row.note, scheme)}.`;
  return `${kinds[row.kind]}, ${when}: ${escapeMarkdown(list(said))}. ${sourceMarkdown(row)}${note}`;
}

const isOfCqc = ({ sourceUrl }: Assessment) =>
  publicationOf(sourceUrl) === "CQC" && isSafeAddress(sourceUrl);

/** The way to CQC's own report, before all that is said of it here; to its list where none is known. */
export function cqcReport({ assessment, council }: CouncilStanding): Prose {
  if (assessment === null || !isOfCqc(assessment))
    return toProse(`CQC lists its reports [on its website](${reports}).`);
  const what = assessment.sourceUrl.includes("/press-release/") ? "press release" : "report";
  return toProse(
    `Read [CQC's ${what} on ${escapeMarkdown(council.name)}](${escapeMarkdown(assessment.sourceUrl)}).`,
  );
}

/**
 * Where a council's assessment was read, and the others that are known. Values
 * and notes of what was withdrawn or is not confirmed are left out. Null where nothing is left.
 */
export function councilRecord(
  { assessment, assessments }: CouncilStanding,
  scheme: Dataset["scheme"],
): Prose | null {
  const isShown = assessment !== null && assessment.confidence !== "low";
  const own = !isShown
    ? ""
    : `${sourceMarkdown(assessment)}${isOfCqc(assessment) ? "" : ` Source: ${linkTo(assessment.sourceUrl)}.`}${
        assessment.note === null
          ? ""
          : ` Note: ${noteMarkdown(assessment.note, scheme).replace(/\\?\.$/, "")}.`
      }`;
  const others = assessments.filter((row) => row !== assessment);
  const rest =
    others.length === 0
      ? ""
      : `\n\n**Other assessments known**\n\n${others.map((row) => `- ${rowMarkdown(row, scheme)}`).join("\n")}`;
  const said = `${own}${rest}`.trim();
  return said === "" ? null : toProse(`## Where this comes from\n\n${said}`);
}
