import { existsSync } from "node:fs";
import type { Step } from "../../disk/commitFiles.js";
import { committedPath, finishCommit } from "../../disk/commitFiles.js";
import { diskError } from "../../disk/diskError.js";
import { isAlive, takeFolder } from "../../disk/runLock.js";
import { ExpectedError } from "../../errors.js";
import { readDescriptor, repositoryData } from "../../datapackage/descriptor.js";
import { readCoverage } from "../../councils/data/readCoverage.js";
import type { Completeness } from "../../councils/data/toDataset.js";
import { originOf } from "./addresses.js";
import { checkClock } from "./checkClock.js";
import { comparePage, type DataRow } from "./comparePage.js";
import { readDataFolder, writeDataFolder, type DataFolder } from "./dataFolder.js";
import type { Diff, DiffItem } from "./diff.js";
import { defaultLimits, type Effects, type Limits } from "./effects.js";
import { openRawPages, type RawPages } from "./rawPages.js";
import { findWithdrawn } from "./findWithdrawn.js";
import { checkListing } from "./checkListing.js";
import { matchRows } from "./matchRows.js";
import { toReader, type Reader } from "./reader.js";
import { readSite, type ReportPage, type Site } from "./readSite.js";
import { settled, toSettlements } from "./settle.js";
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
  /**
   * Codes of councils whose page is to be accepted though it contradicts the data; `CODE=new` adds
   * it as another assessment than the row that it may be of.
   */
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

interface Compared {
  readonly items: readonly DiffItem[];
  readonly same: number;
  /** Lines of the rows that have their page. */
  readonly matched: ReadonlySet<number>;
}

/** Pages in an order of their own: that of the listing decides nothing. */
function inOrder(pages: readonly ReportPage[]): ReportPage[] {
  const key = ({ url, parsed }: ReportPage) =>
    [parsed.gssCode ?? "", parsed.published ?? "", url].join(" ");
  return [...pages].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function comparePages(
  { pages }: Site,
  rows: readonly DataRow[],
  { councils, scheme }: DataFolder,
  completeness: Completeness,
): Compared {
  const known = rows.filter(({ values }) => values.scheme === scheme.id);
  const isRead = ({ parsed }: ReportPage) => parsed.problems.length === 0;
  const matches = matchRows(inOrder(pages).filter(isRead), known, scheme);
  const items: DiffItem[] = [];
  const seen = new Map<string, string>();
  let same = 0;
  for (const page of inOrder(pages)) {
    const { url, parsed } = page;
    const match = matches.get(page);
    const { gssCode, council, kind, published, updated } = parsed;
    const assessment =
      match?.doubt === null ? `line ${match.row.line}` : `${gssCode} ${kind} ${published}`;
    const other = isRead(page) ? seen.get(assessment) : undefined;
    if (other !== undefined) {
      items.push({
        ...{ what: "contradicted", gssCode, council, kind, published, updated, url },
        ...{ line: null, values: [], row: null, another: null },
        reasons: [`is of the same assessment as ${other}`],
      });
      continue;
    }
    if (isRead(page)) seen.set(assessment, url);
    const item = comparePage(parsed, url, match, { councils, scheme, completeness });
    if (item === null) same += 1;
    else items.push(item);
  }
  return { items, same, matched: new Set([...matches.values()].map(({ row }) => row.line)) };
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
  const { councils, scheme } = folder;
  const { rows } = folder.assessments;
  const reading = { origin, reader, councils, scheme, today: started.slice(0, 10) };
  const site = await readSite(reading, raw, effects.now, (listed, whole) =>
    checkListing(listed, whole, rows, raw),
  );
  const compared = comparePages(site, rows, folder, completeness);
  const unmatched = rows.filter(({ line }) => !compared.matched.has(line));
  const withdrawn =
    site.whole && reader.stopped() === null
      ? await findWithdrawn(unmatched, site, completeness, { ...reading, origin: site.origin })
      : { items: [], problems: [] };
  const nameOf = (code: string | null) =>
    councils.find(({ gssCode }) => gssCode === code)?.name ?? null;
  return {
    schema: "ninefold.refresh/1",
    from: origin,
    read: started,
    items: [...compared.items, ...withdrawn.items],
    same: compared.same,
    notFound: site.notFound.map((one) => ({ ...one, council: nameOf(one.gssCode) })),
    problems: [...site.problems, ...withdrawn.problems],
  };
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
  const settlements = toSettlements(settle);
  const run = async (staging: string | null): Promise<Refreshed> => {
    const folder = readDataFolder(dir);
    const completeness = readCoverage(readDescriptor(), options.dir);
    // Without a descriptor of its own a folder is as old as its rows.
    const isDated = existsSync(committedPath(dir, "datapackage.json"));
    checkClock(effects.now(), folder.assessments.rows, isDated ? completeness.vintage : null);
    const raw = openRawPages(dir, staging, step);
    const diff = await readDiff(options, effects, folder, raw, completeness);
    if (!accept || staging === null) return { diff, written: [] };
    const day = diff.read.slice(0, 10);
    const { assessments, revisions } = folder;
    const changes = rowsToWrite(
      settled(diff.items, settlements),
      assessments.rows,
      revisions.rows,
      day,
    );
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
