import { ExpectedError } from "../../errors.js";

/** A file that Ninefold made. */
export interface ManifestEntry {
  /** Relative to the folder, with `/` between its parts. */
  readonly path: string;
  /** The report it is part of. */
  readonly report: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What outputs were made from. */
export interface MadeFrom {
  /** The version of Ninefold. */
  readonly ninefold: string;
  readonly set: string;
  readonly data: readonly { readonly path: string; readonly sha256: string }[];
}

/**
 * `manifest.json`: what a folder of outputs holds and what it was made from. It has no clock time:
 * the same data and code give the same bytes.
 */
export interface Manifest extends MadeFrom {
  readonly schema: "ninefold.manifest/1";
  readonly outputs: readonly ManifestEntry[];
  /**
   * All that a report depends on as one hash, by report: while it stays the same, so do the
   * report's outputs. A report that depends on more than can be hashed has none.
   */
  readonly inputs?: Readonly<Record<string, string>>;
  /**
   * The notebook that a report was made of, by report, relative to the folder: of notebooks in the
   * folder that it stands in, as others' places say nothing elsewhere.
   */
  readonly notebooks?: Readonly<Record<string, string>>;
  /** Reports kept from an earlier run that used other data, another set or another version. */
  readonly earlier?: readonly (MadeFrom & { readonly report: string })[];
  /**
   * Only while a run replaces files, or after one was killed: what it was writing. Each file then
   * has the hash of an entry here or of its entry in `outputs`.
   */
  readonly pending?: readonly ManifestEntry[];
}

export const manifestName = "manifest.json";

/** Whether a path stays in its folder: plain names between slashes, none of them hidden. */
export function isOutputPath(path: string): boolean {
  return /^[a-z0-9][\w.-]*(\/[a-z0-9][\w.-]*)*$/i.test(path) && path !== manifestName;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isHash = (value: unknown) => typeof value === "string" && /^[0-9a-f]{64}$/.test(value);

/** Whether a place is one that {@link Manifest.notebooks} may hold: at most one folder up. */
export function isNotebookPlace(value: unknown): value is string {
  if (typeof value !== "string" || value.length > 1000 || /[\p{Cc}\\:]/u.test(value)) return false;
  const [first, ...rest] = value.split("/");
  return first !== "" && rest.every((name) => name !== "" && name !== "..");
}

const isMadeFrom = (value: Record<string, unknown>) =>
  typeof value.ninefold === "string" &&
  typeof value.set === "string" &&
  Array.isArray(value.data) &&
  value.data.every(
    (file: unknown) => isObject(file) && typeof file.path === "string" && isHash(file.sha256),
  );

function isEntry(value: unknown): value is ManifestEntry {
  return (
    isObject(value) &&
    typeof value.path === "string" &&
    isOutputPath(value.path) &&
    typeof value.report === "string" &&
    isHash(value.sha256) &&
    Number.isInteger(value.bytes)
  );
}

/**
 * Reads a manifest, trusting nothing in it. Throws an ExpectedError, one line, for one that is not
 * whole, is somebody else's, or lists a path that leaves its folder. `where` names the file.
 */
export function parseManifest(json: string, where: string): Manifest {
  const refuse = (why: string): never => {
    throw new ExpectedError(
      `${where}: ${why}: move it away with what it lists, or choose another folder`,
    );
  };
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return refuse("not JSON");
  }
  if (!isObject(value) || value.schema !== "ninefold.manifest/1")
    return refuse("not a manifest of Ninefold");
  const { outputs, pending = [], earlier = [], inputs = {}, notebooks = {} } = value;
  if (!isMadeFrom(value) || !Array.isArray(outputs) || !Array.isArray(pending))
    return refuse("not a whole manifest of Ninefold");
  if (
    !Array.isArray(earlier) ||
    !earlier.every(
      (item: unknown) => isObject(item) && typeof item.report === "string" && isMadeFrom(item),
    )
  )
    return refuse("not a whole manifest of Ninefold");
  if (!isObject(inputs) || !Object.values(inputs).every(isHash))
    return refuse("not a whole manifest of Ninefold");
  if (!isObject(notebooks) || !Object.values(notebooks).every(isNotebookPlace))
    return refuse("not a whole manifest of Ninefold");
  const listed: unknown[] = outputs.concat(pending);
  const strange = listed.find((entry) => !isEntry(entry));
  if (strange !== undefined)
    return refuse(`lists what no run makes: ${JSON.stringify(strange).slice(0, 120)}`);
  return value as unknown as Manifest;
}

/** What a run made and what it did away with. */
export interface Change {
  readonly outputs: readonly ManifestEntry[];
  /** What each report depends on, as in `Manifest.inputs`, by report. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** What each report is made of, as in `Manifest.notebooks`. */
  readonly notebooks?: Readonly<Record<string, string>>;
  /** Reports that are no longer made. */
  readonly gone?: readonly string[];
}

/** Keys sorted, so that the same manifest is the same text. */
const sorted = <T>(record: Readonly<Record<string, T>>) =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/**
 * The manifest after a run: its reports' outputs in place of their old ones, all others kept. What a
 * killed run left pending in other reports stays pending, as it is still true of their files.
 */
export function nextManifest(
  old: Manifest | null,
  made: MadeFrom,
  { outputs, inputs = {}, notebooks = {}, gone = [] }: Change,
): Manifest {
  const reports = new Set([...outputs.map(({ report }) => report), ...gone]);
  const paths = new Set(outputs.map(({ path }) => path));
  const others = ({ report, path }: ManifestEntry) => !reports.has(report) && !paths.has(path);
  const kept = old?.outputs.filter(others) ?? [];
  const keptReports = new Set(kept.map(({ report }) => report));
  const pending = old?.pending?.filter(others) ?? [];
  const facts = ({ ninefold, set, data }: MadeFrom): MadeFrom => ({ ninefold, set, data });
  const now = JSON.stringify(facts(made));
  const before = new Map(old?.earlier?.map((item) => [item.report, item]));
  const isNow = old !== null && JSON.stringify(facts(old)) === now;
  const earlier = [...keptReports].sort().flatMap((report) => {
    const from = before.get(report);
    if (from === undefined) return isNow ? [] : [{ report, ...facts(old!) }];
    return JSON.stringify(facts(from)) === now ? [] : [{ report, ...facts(from) }];
  });
  // A report that lost a file to another one is no longer whole.
  const robbed = new Set(
    old?.outputs.filter(({ path }) => paths.has(path)).map(({ report }) => report),
  );
  const keptInputs = Object.entries(old?.inputs ?? {}).filter(
    ([report]) => keptReports.has(report) && !robbed.has(report),
  );
  const keptNotebooks = Object.entries(old?.notebooks ?? {}).filter(([report]) =>
    keptReports.has(report),
  );
  const allNotebooks = sorted({ ...Object.fromEntries(keptNotebooks), ...notebooks });
  const allInputs = sorted({ ...Object.fromEntries(keptInputs), ...inputs });
  return {
    schema: "ninefold.manifest/1",
    ...facts(made),
    outputs: [...kept, ...outputs].sort((a, b) => (a.path < b.path ? -1 : 1)),
    ...(Object.keys(allInputs).length > 0 && { inputs: allInputs }),
    ...(Object.keys(allNotebooks).length > 0 && { notebooks: allNotebooks }),
    ...(earlier.length > 0 && { earlier }),
    ...(pending.length > 0 && { pending }),
  };
}
