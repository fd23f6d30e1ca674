import { publishedTotals } from "../analysis/publishedTotals.js";
import { revisions } from "../analysis/revisions.js";
import { select, type Selection, type SetName } from "../analysis/select.js";
import { assessmentsOf } from "../analysis/assessmentsOf.js";
import type { Assessment, Council, Dataset } from "../data/dataset.js";
import { disputesOf, otherTotal } from "../data/disputedScores.js";
import { defaultScheme } from "../data/defaultScheme.js";
import {
  currentCouncils,
  followersOf,
  predecessorsOf,
  type Successor,
} from "../data/successions.js";
import { perObject } from "../../perObject.js";
import { count, date, list, number } from "../../engine/report/format.js";
import { escapeMarkdown, toProse, type Prose } from "../../engine/report/block.js";
import { beyondTheData } from "../findings/beyondTheData.js";
import { intervalMeaning } from "../findings/intervalMeaning.js";

/** What the data record as changed since first publication; nothing where nothing is. */
function changesSince(dataset: Dataset): string {
  const { words, otherReports, withdrawals, corrections, lowConfidence } = revisions(dataset);
  const part = (n: number, noun: string, what: string) =>
    n === 0 ? [] : [`${count(n, noun)} ${what}`];
  // Of what is not confirmed no more is told than that it is said.
  const low = lowConfidence.words + lowConfidence.otherReports;
  const parts = [
    ...part(words - lowConfidence.words, "rating", "revised by CQC"),
    ...part(otherReports - lowConfidence.otherReports, "report", "revised with the same rating"),
    ...part(withdrawals - lowConfidence.withdrawals, "report", "withdrawn"),
    ...part(low, "report", "said to be revised"),
    ...(low > 0 && lowConfidence.withdrawals > 0
      ? [`${number(lowConfidence.withdrawals)} said to be withdrawn`]
      : part(lowConfidence.withdrawals, "report", "said to be withdrawn")),
    ...part(corrections, "value", "corrected"),
  ];
  return parts.length === 0 ? "" : ` The data record ${list(parts)} since first publication.`;
}

/** The newest date of the reports that are known, and no earlier than the day to which all are. */
export function newestOf({ assessments, completeTo, publishedBy }: Dataset): string {
  if (publishedBy !== null) return publishedBy;
  const dates = assessments.flatMap(({ published }) => published ?? []);
  return [...dates, completeTo].sort().at(-1)!;
}

/** The vintage of the data, how much of the field they cover and what has changed in them. */
const coverageOf = perObject((dataset: Dataset): string => {
  const words = select(dataset, "rating", { set: "all" });
  const scored = select(dataset, "scores", { set: "all" });
  const low = words.assessments.filter((a) => a.confidence === "low").length;
  const councils = count(currentCouncils(dataset).length, "council");
  const found =
    dataset.scheme.whole.rule === "none"
      ? `the scheme gives no rating; all nine scores were found for ${number(scored.n)} of ${councils}`
      : `a rating is confirmed for ${number(words.n - low)} of ${councils}` +
        (low > 0 ? `, reported for ${number(low)} more` : "") +
        `, and all nine scores are known for ${number(scored.n)}`;
  return `Data as at ${date(newestOf(dataset))}: ${found}.${changesSince(dataset)}`;
});

/** That a page looks back, and to which day; nothing where it does not. */
function lookBackOf({ publishedBy }: Dataset): string[] {
  if (publishedBy === null) return [];
  return [
    `This page looks back to ${date(publishedBy)}: it has the reports known to be published by then, ` +
      "with their ratings of that day. It does not show how councils are rated now.",
  ];
}

/** What of a page that looks back is not of its day; nothing where it does not look back. */
function notOfThatDay({ publishedBy }: Dataset): string[] {
  if (publishedBy === null) return [];
  return [
    "What has no known day is left out. Reports that CQC has withdrawn since are left out, and " +
      "mistakes in these data are corrected. Outcome measures, populations and financial support " +
      "are of the data now.",
  ];
}

/** A formal assessment that stands. */
const stands = ({ kind, status }: Assessment) => kind === "formal" && status !== "withdrawn";

/** Of which scheme and round the figures are, where that is not the first of councils' own. */
function roundsOf(dataset: Dataset, set: SetName): string[] {
  const { scheme, assessments } = select(dataset, "scores", { set });
  const isLater = (a: Assessment) =>
    assessmentsOf(dataset, a.gssCode).some(
      (b) => b !== a && stands(b) && (b.published ?? "") <= (a.published ?? ""),
    );
  const later = assessments.filter(isLater).length;
  const others = dataset.assessments.filter((a) => stands(a) && a.scheme !== scheme.id);
  const names = dataset.schemes
    .filter(({ id }) => others.some((a) => a.scheme === id))
    .map(({ name }) => `“${name}”`);
  return [
    ...(scheme.id === defaultScheme
      ? []
      : [`The scheme is “${scheme.name}”, ${scheme.regulator}.`]),
    ...(later === 0
      ? []
      : [
          `${number(later)} of the ${count(assessments.length, "council")} ` +
            `${later === 1 ? "counts" : "count"} with a second or later assessment, ` +
            "the others with their first.",
        ]),
    ...(others.length === 0
      ? []
      : [
          `${count(others.length, "assessment")} under ${list(names)} ${others.length === 1 ? "is" : "are"} not among them.`,
        ]),
  ];
}

const otherwise = (points: number) =>
  `${Math.abs(points) === 1 ? "one point" : count(Math.abs(points), "point")} ${points < 0 ? "lower" : "higher"}`;

/** Whose total figures count at one of two values, as sources disagree on a score. */
function disputesIn({ scheme, assessments }: Pick<Selection, "scheme" | "assessments">): string[] {
  const disputed = assessments.filter((one) => disputesOf(one).length > 0);
  // Of many the pages of councils tell.
  if (disputed.length > 3)
    return [`Sources disagree on scores of ${count(disputed.length, "council")}.`];
  return disputed.map(
    (one) =>
      `Sources disagree on a score of ${one.council}, whose total may be ${otherwise(otherTotal(one, scheme.parts)! - one.sum!)}.`,
  );
}

/** That a council has ended, or has followed another, and whose a rating is. */
function successionOf(dataset: Dataset, { gssCode, name }: Council): string[] {
  const named = (of: readonly Successor[]) => list(of.map((one) => one.name ?? one.gssCode));
  const followers = followersOf(dataset, gssCode);
  const predecessors = predecessorsOf(dataset, gssCode);
  return [
    ...(followers.length === 0
      ? []
      : [
          `${name} is no longer there: ${named(followers)} followed it on ` +
            `${date(followers[0].on)}. A rating of ${name} ended with it and is not theirs.`,
        ]),
    ...(predecessors.length === 0
      ? []
      : [
          `${name} followed ${named(predecessors)} on ${date(predecessors[0].on)}. ` +
            `A rating of ${named(predecessors)} is not a rating of ${name}.`,
        ]),
  ];
}

export interface AboutOptions {
  /** Whether the report counts or compares councils of the set. */
  readonly hasFigures?: boolean;
  /** Whether it holds an interval of a result on ratings. */
  readonly hasIntervals?: boolean;
  /** Whether it sets pilots beside the councils that it counts. */
  readonly hasPilots?: boolean;
  /** The council that the report is about, if it is about one. */
  readonly council?: Council | null;
}

/**
 * What a reader must know of the data before any figure: vintage, coverage, the set, and what an
 * interval means here; and of which scheme and round the figures are, where that is not the first
 * round of the councils' scheme of 2023. One sentence or two each, short, since every report opens
 * with them. What a report does not hold it need not explain.
 */
export function aboutData(
  dataset: Dataset,
  set: SetName,
  { hasFigures = true, hasIntervals = true, council = null }: AboutOptions = {},
): readonly string[] {
  const chosen = select(dataset, "scores", { set });
  const to = date(dataset.completeTo);
  return [
    ...lookBackOf(dataset),
    coverageOf(dataset),
    ...(council === null ? [] : successionOf(dataset, council)),
    ...(hasFigures
      ? [
          [
            set === "complete"
              ? `Figures rest on the complete set, the ${count(chosen.n, "council")} with nine scores published by ${to}, ` +
                "unless they say otherwise. Later reports are no fair sample."
              : `Figures use every report that is known. The data are complete to ${to}; what is known of ` +
                "later reports is not a fair sample.",
            ...roundsOf(dataset, set),
            ...disputesIn(chosen),
          ].join(" "),
        ]
      : []),
    ...(hasIntervals ? [intervalMeaning] : []),
  ];
}

/** What holds of every report on ratings, and what none of them shows. */
const limits =
  "Counts are arithmetic on what CQC published. They do not show how well people are served. Nothing here ranks councils.";
/** Which reports are counted, where councils are. */
const counted = (hasPilots: boolean) =>
  `Pilots, whose ratings were indicative, ${hasPilots ? "stand by themselves. Withdrawn reports" : "and withdrawn reports"} are left out. Of a revised report the latest is counted.`;

/** How ratings, totals and percentages go together, for those who work with them. */
export const howTotalsAreUsed =
  "Where only the published rating counts, as in the table of ratings and on the map, it is used; " +
  "elsewhere the rating that the total gives. Ninefold refuses data in which the two disagree. CQC " +
  "publishes a percentage: the total as a share of the highest. That it is rounded up is inferred " +
  "from the published figures. Ninefold works in totals.";

/** In one line, what a report's figures rest on: its first page opens with it. */
export function asAt(dataset: Dataset, set: SetName): string {
  const to = date(dataset.completeTo);
  const { n } = select(dataset, null, { set: "complete" });
  const reports =
    set === "complete"
      ? `Ratings published to ${to}, all ${number(n)}; later ones in part.`
      : `Every rating that is known: complete to ${to}, later ones in part.`;
  return [...lookBackOf(dataset), reports, ...roundsOf(dataset, set)].join(" ");
}

/** What a report that opens with `asAt` says at its end: all that its figures rest on. */
export function aboutFigures(
  dataset: Dataset,
  set: SetName,
  options: Pick<AboutOptions, "hasFigures" | "hasIntervals" | "hasPilots"> = {},
): Prose {
  const beyond = beyondTheData(publishedTotals(dataset));
  const missing = beyond.saysNothing ? [] : [beyond.detail];
  const sentences = [
    ...aboutData(dataset, set, options),
    ...notOfThatDay(dataset),
    ...missing,
    limits,
    ...(options.hasFigures === false ? [] : [counted(options.hasPilots === true)]),
  ].map(escapeMarkdown);
  return toProse(`## About these figures\n\n- ${sentences.join("\n- ")}`);
}

/** In one line or two, what the page of a council rests on, and whether the council is still there. */
export function aboutCouncil(dataset: Dataset, set: SetName, council: Council): readonly string[] {
  return [asAt(dataset, set), ...successionOf(dataset, council)];
}
