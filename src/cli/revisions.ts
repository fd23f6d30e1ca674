import type { SetName } from "../councils/analysis/select.js";
import type { Unit } from "../councils/claims/claim.js";
import {
  compareVintages,
  type Judgement,
  type VintageComparison,
} from "../councils/claims/compareVintages.js";
import type { Headline } from "../councils/claims/headlines.js";
import type { Dataset } from "../councils/data/dataset.js";
import { dayOf, isAfter } from "../councils/data/asAt.js";
import { readDataset } from "../councils/data/readDataset.js";
import { ExpectedError } from "../errors.js";
import { count, date, number, percent } from "../engine/report/format.js";
import { checkDay } from "./asAtDay.js";
import type { Io } from "./io.js";
import { jsonText } from "./jsonText.js";
import { intervalMeaning } from "../councils/findings/intervalMeaning.js";

export interface RevisionsOptions {
  readonly from?: string;
  readonly to?: string;
  readonly since?: string;
  readonly json?: boolean;
}

type VintageDays = Pick<Dataset, "vintage" | "completeTo">;

/** What `--json` prints. */
export interface PrintedRevisions extends VintageComparison {
  readonly schema: "ninefold.revisions/1";
  /** Whether the earlier data are the later ones with what revisions.csv records undone. */
  readonly undone: boolean;
  /** The day whose knowledge the earlier data are, `YYYY-MM-DD`; null where none was asked for. */
  readonly since: string | null;
  readonly before: VintageDays;
  readonly after: VintageDays;
}

/** A comparison as `--json` prints it. */
export function revisionsJson(
  comparison: VintageComparison,
  about: Pick<PrintedRevisions, "undone" | "since" | "before" | "after">,
): string {
  const days = ({ vintage, completeTo }: VintageDays) => ({ vintage, completeTo });
  const printed: PrintedRevisions = {
    schema: "ninefold.revisions/1",
    undone: about.undone,
    since: about.since,
    before: days(about.before),
    after: days(about.after),
    ...comparison,
  };
  return jsonText(printed);
}

const setWords: Readonly<Record<SetName, string>> = { complete: "complete set", all: "all known" };

function valueWords({ value, interval, n }: Headline, unit: Unit): string {
  const councils = count(n, "council");
  if (value === null) return `not known, ${councils}`;
  if (unit === "count") return `${number(value)} of ${councils}`;
  if (unit !== "share") return `${number(Number(value.toFixed(2)) + 0, 2)}, ${councils}`;
  // An interval of one point, where nothing is unknown, says nothing more.
  const range =
    interval === null || interval[0] === interval[1]
      ? ""
      : ` (95% interval ${percent(interval[0], 1)} to ${percent(interval[1], 1)})`;
  return `${percent(value, 1)}${range}, ${councils}`;
}

function judgementWords(judgement: Judgement, unit: Unit): string {
  const { verdict, changesOn } = judgement;
  const other = changesOn.length === 0 ? "" : `; another verdict on: ${changesOn.join(", ")}`;
  return `${verdict}, ${valueWords(judgement, unit)}${other}`;
}

/** Each change as a line that holds both values. */
function toText(
  comparison: VintageComparison,
  about: string,
  after: Dataset,
  since?: string,
): string {
  const { assessments, headlines, headlinesChanged, claims, claimsChanged } = comparison;
  const { added, gone, changed } = assessments;
  const values = changed.reduce((sum, one) => sum + one.values.length, 0);
  const verdicts = claimsChanged.filter((one) => one.before.verdict !== one.after.verdict).length;
  const name = (of: (typeof added)[number]) =>
    `${of.council}, ${of.kind}${of.published === null ? "" : `, ${date(of.published)}`}`;
  const confidence = (of: (typeof added)[number]) =>
    of.confidence === "low" ? " (low confidence)" : "";
  // A rating that is not confirmed, or was withdrawn, is nobody's.
  const word = (of: (typeof added)[number]) => {
    const row = after.assessments.find(
      (a) => a.gssCode === of.gssCode && a.kind === of.kind && a.published === of.published,
    );
    const isShown = row && row.confidence !== "low" && row.status !== "withdrawn";
    return isShown && row.rating !== null ? `: ${row.rating}` : "";
  };
  const dated =
    since === undefined ? [] : after.revisions.filter((one) => isAfter(dayOf(one), since));
  const shown = (value: string | number | null) => (value === null ? "not known" : String(value));
  return [
    about,
    "",
    `Assessments: ${added.length} added, ${gone.length} gone, ${count(values, "value")} changed`,
    ...added.map((one) => `  added: ${name(one)}${word(one)}${confidence(one)}`),
    ...gone.map((one) => `  gone: ${name(one)}${confidence(one)}`),
    ...changed.flatMap((one) =>
      one.values.map(
        ({ field, old, new: now }) =>
          `  ${name(one)}: ${field}: ${shown(old)} -> ${shown(now)}${confidence(one)}`,
      ),
    ),
    ...dated.map(
      (one) =>
        `  ${one.date!.replace(dayOf(one)!, date(dayOf(one)!))}: ${one.council}: ${one.reason} of ${one.field}`,
    ),
    "",
    `Headline numbers: ${headlinesChanged.length} of ${headlines} changed`,
    ...headlinesChanged.map(
      ({ set, quantity, unit, before, after }) =>
        `  ${setWords[set]}: ${quantity}: ${valueWords(before, unit)} -> ${valueWords(after, unit)}`,
    ),
    "",
    `Claims: ${verdicts} of ${claims} verdicts changed, and the numbers of ${claimsChanged.length}`,
    ...claimsChanged.flatMap(({ id, quantity, unit, before, after }) => [
      `  ${id}: ${quantity}`,
      `    before: ${judgementWords(before, unit)}`,
      `    after: ${judgementWords(after, unit)}`,
    ]),
    "",
    intervalMeaning,
    "",
  ].join("\n");
}

/** `ninefold revisions`: what changed between two vintages of data, and which findings with it. */
export function printRevisions({ from, to, since, json }: RevisionsOptions, io: Io): void {
  const after = readDataset({ dir: to });
  if (from !== undefined && since !== undefined)
    throw new ExpectedError("--since: not together with --from", 2);
  if (since !== undefined) checkDay("--since", since);
  const before =
    since !== undefined
      ? readDataset({ dir: to, asAt: since })
      : from === undefined
        ? readDataset({ dir: to, withoutRevisions: true })
        : readDataset({ dir: from });
  if (process.stderr.isTTY) io.stderr("Testing each claim on both vintages, some seconds …\n");
  const comparison = compareVintages(before, after);
  if (json) {
    const undone = from === undefined && since === undefined;
    io.stdout(revisionsJson(comparison, { undone, since: since ?? null, before, after }));
    return;
  }
  const earlier =
    since !== undefined
      ? `what CQC had published by ${date(since)}, as far as these data know`
      : from === undefined
        ? "the same with what revisions.csv records undone"
        : `those as at ${date(before.vintage)}`;
  io.stdout(
    toText(comparison, `Data as at ${date(after.vintage)}, against ${earlier}.`, after, since),
  );
}
