import type { Step } from "../../disk/commitFiles.js";
import { finishCommit } from "../../disk/commitFiles.js";
import { diskError } from "../../disk/diskError.js";
import { isAlive, takeFolder } from "../../disk/runLock.js";
import { ExpectedError } from "../../errors.js";
import { parsePage } from "../parse/parsePage.js";
import { readDescriptor, repositoryData } from "../../datapackage/descriptor.js";
import { readCoverage } from "../../councils/data/readCoverage.js";
import type { Completeness } from "../../councils/data/toDataset.js";
import { slugOf } from "../parse/reportAddress.js";
import { originOf } from "./addresses.js";
import { comparePage, rowOf, type DataRow } from "./comparePage.js";
import { readDataFolder, writeDataFolder, type DataFolder } from "./dataFolder.js";
import type { Diff, DiffItem } from "./diff.js";
import { defaultLimits, type Effects, type Limits } from "./effects.js";
import { openRawPages, type RawPages } from "./rawPages.js";
import { readReport, readSite, toReader, type Reader, type Site } from "./readSite.js";
import { readRobots } from "./robots.js";
import { rowsToWrite } from "./rowsToWrite.js";

export interface RefreshOptions {
  /** The site to read: `https://www.cqc.org.uk`. */
  readonly from: string;
  /** The folder of data; the repository's where not given. */
  readonly dir?: string;
  /** Write nothing at all, not even the pages that are read. */
  readonly dryRun?: boolean;
  /** Write what is new, changed and withdrawn into the data. */
  readonly accept?: boolean;
  /** Codes of councils whose page is to be accepted though it contradicts the data. */
  readonly settle?: readonly string[];
  readonly userAgent: string;
  readonly limits?: Partial<Limits>;
  /** Called before each change to the disk. */
  readonly step?: Step;
}

export interface Refreshed {
  readonly diff: Diff;
  /** Files of data that were replaced. */
  readonly written: readonly string[];
}

/** A listing that lacks more than this share of what is known is not believed. */
const mostGone = 0.1;
const mostGoneAtLeast = 3;

function reportsGone(known: readonly string[], listed: readonly string[]): string[] {
  const there = new Set(listed);
  return [...new Set(known)].filter((slug) => !there.has(slug));
}

function slugsOfRows(rows: readonly DataRow[]): string[] {
  return rows
    .filter(({ values }) => values.status !== "withdrawn")
    .flatMap(({ values }) => slugOf(String(values.source_url)) ?? []);
}

/** Throws an ExpectedError for a listing from which more has gone than CQC would withdraw at once. */
function checkListing(
  listed: readonly string[],
  whole: boolean,
  rows: readonly DataRow[],
  raw: RawPages,
): void {
  if (!whole) return;
  for (const [known, of] of [
    [slugsOfRows(rows), "reports that the data hold"],
    [raw.listing?.slugs ?? [], "reports listed the last time"],
  ] as const) {
    const gone = reportsGone(known, listed);
    if (gone.length <= Math.max(mostGoneAtLeast, mostGone * known.length)) continue;
    throw new ExpectedError(
      `listing: ${gone.length} of ${known.length} ${of} are not in it: refused, nothing is changed`,
    );
  }
}

interface Compared {
  readonly items: readonly DiffItem[];
  readonly same: number;
  readonly problems: readonly string[];
}

function comparePages(
  site: Site,
  rows: readonly DataRow[],
  { councils, scheme }: DataFolder,
  completeness: Completeness,
): Compared & { readonly matched: ReadonlySet<number> } {
  const items: DiffItem[] = [];
  const matched = new Map<number, string>();
  // What is new so far stands among the rows, on no line of the file.
  const known = rows.filter(({ values }) => values.scheme === scheme.id);
  let same = 0;
  for (const { slug, url, content } of site.pages) {
    if (content === null) continue;
    const parsed = parsePage(content, { councils, scheme, slug });
    const { gssCode, council, kind, published, updated } = parsed;
    const line = parsed.problems.length > 0 ? null : (rowOf(parsed, url, known)?.line ?? null);
    const other = line === null ? undefined : matched.get(line);
    if (other !== undefined) {
      items.push({
        ...{ what: "contradicted", gssCode, council, kind, published, updated, url },
        ...{ line: null, values: [], row: null },
        reasons: [`is of the same assessment as ${other}`],
      });
      continue;
    }
    const item = comparePage(parsed, url, { rows, councils, scheme, completeness });
    if (line !== null) matched.set(line, url);
    else if (item?.row) {
      matched.set(-items.length - 1, url);
      known.push({ line: -items.length - 1, values: item.row });
    }
    if (item === null) same += 1;
    else items.push(item);
  }
  return { items, same, problems: [], matched: new Set(matched.keys()) };
}

/** The rows whose report is not listed any more, each looked for once where it was. */
async function findWithdrawn(
  rows: readonly DataRow[],
  site: Site,
  read: (slug: string) => ReturnType<typeof readReport>,
): Promise<Omit<Compared, "same">> {
  const items: DiffItem[] = [];
  const problems: string[] = [];
  const gone = new Set(reportsGone(slugsOfRows(rows), site.listed));
  for (const { line, values } of rows) {
    const url = String(values.source_url);
    const slug = slugOf(url);
    if (slug === null || !gone.has(slug) || values.status === "withdrawn") continue;
    // As it is written in the address, which may have capitals.
    const own = new URL(url).pathname.split("/").find((part) => part.toLowerCase() === slug)!;
    const report = await read(own);
    if (report.problem !== null) problems.push(`not in the listing: ${report.problem}`);
    else if (!report.gone && report.content !== null)
      problems.push(`${report.url}: not in the listing, but still there: left as it is`);
    if (!report.gone) continue;
    items.push({
      what: "withdrawn",
      gssCode: values.gss_code as string,
      council: values.council as string,
      kind: values.kind as DiffItem["kind"],
      published: values.published as string | null,
      updated: null,
      url: report.url,
      line,
      values: [{ field: "status", old: values.status, new: "withdrawn", change: "withdrawn" }],
      row: { ...values, status: "withdrawn" },
      reasons: [],
    });
  }
  return { items, problems };
}

async function readDiff(
  { from, userAgent, limits: asked }: RefreshOptions,
  effects: Effects,
  folder: DataFolder,
  raw: RawPages,
  completeness: Completeness,
): Promise<Diff> {
  const origin = originOf(from);
  const limits = { ...defaultLimits, ...asked };
  const started = effects.now().toISOString();
  const robots = await readRobots(origin, { effects, limits, userAgent });
  const asking = {
    ...{ effects, limits, userAgent, isAllowed: robots.isAllowed },
    types: ["text/html", "application/xhtml+xml"],
  };
  const reader: Reader = toReader(asking, raw, robots.delay);
  const { councils } = folder;
  const { rows } = folder.assessments;
  const site = await readSite(origin, reader, raw, {
    councils,
    now: effects.now,
    check: (listed, whole) => checkListing(listed, whole, rows, raw),
  });
  const compared = comparePages(site, rows, folder, completeness);
  const unmatched = rows.filter(({ line }) => !compared.matched.has(line));
  const withdrawn =
    site.whole && reader.stopped() === null
      ? await findWithdrawn(unmatched, site, (slug) =>
          readReport(origin, slug, reader, raw, effects.now),
        )
      : { items: [], problems: [] };
  return {
    schema: "ninefold.refresh/1",
    from: origin,
    read: started,
    items: [...compared.items, ...withdrawn.items],
    same: compared.same,
    problems: [...site.problems, ...withdrawn.problems],
  };
}

const isSettledBy =
  (codes: readonly string[]) =>
  ({ what, row, gssCode }: DiffItem): boolean =>
    what === "contradicted" && row !== null && gssCode !== null && codes.includes(gssCode);

/** What is to be written: all but contradictions, and those of the councils that are named. */
function accepted({ items }: Diff, settle: readonly string[]): DiffItem[] {
  return items.filter((item) => item.what !== "contradicted" || isSettledBy(settle)(item));
}

/**
 * Reads CQC's listing and reports, and says what they hold that the data do not. Nothing but the
 * raw pages is written, unless `accept`; then the data change together or not at all. `completeTo`
 * never changes: what was read says nothing of what was not.
 *
 * Throws an ExpectedError where the data are not valid, the site asks not to be read or cannot be,
 * a listing is not to be believed, another run is at work, or the disk refuses; the data are then
 * as before.
 */
export async function refresh(options: RefreshOptions, effects: Effects): Promise<Refreshed> {
  const { dir = repositoryData, dryRun = false, accept = false, settle = [], step } = options;
  originOf(options.from);
  if (dryRun && accept) throw new ExpectedError("--accept: not together with --dry-run", 2);
  if (settle.length > 0 && !accept) throw new ExpectedError("--settle: needs --accept", 2);
  const run = async (staging: string | null): Promise<Refreshed> => {
    const folder = readDataFolder(dir);
    const completeness = readCoverage(readDescriptor(), options.dir);
    const raw = openRawPages(dir, staging, step);
    const diff = await readDiff(options, effects, folder, raw, completeness);
    if (!accept || staging === null) return { diff, written: [] };
    const day = diff.read.slice(0, 10);
    const { assessments, revisions } = folder;
    const needless = settle.filter((code) => !diff.items.some(isSettledBy([code])));
    if (needless.length > 0)
      throw new ExpectedError(
        needless.map((code) => `--settle: no page that can be accepted contradicts: ${code}`),
        2,
      );
    const changes = rowsToWrite(accepted(diff, settle), assessments.rows, revisions.rows, day);
    return { diff, written: writeDataFolder(folder, changes, day, staging, step ?? (() => {})) };
  };
  if (dryRun) return run(null);
  // A folder that is not there, or bad data, are reported before anything is written.
  readDataFolder(dir);
  try {
    const { staging, release } = takeFolder(dir, isAlive);
    try {
      finishCommit(dir, step);
      return await run(staging);
    } finally {
      release();
    }
  } catch (error) {
    throw diskError(error, dir);
  }
}
