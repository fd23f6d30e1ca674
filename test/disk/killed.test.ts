import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Descriptor } from "../../src/datapackage/descriptor.js";
import { integrityProblems } from "../../src/datapackage/integrity.js";
import { committedPath } from "../../src/disk/commitFiles.js";
import { buildPackage, type BuiltPackage } from "../builtPackage.js";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const preload = fileURLToPath(new URL("killAt.cjs", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "ninefold-killed-"));
const out = path.join(folder, "here");
const at = (name: string) => path.join(folder, name);
const ninefold = (): string[] => [built.bin];

let built: BuiltPackage;
beforeAll(async () => {
  built = await buildPackage();
  const source = "https://www.example.org/";
  writeFileSync(
    at("round.csv"),
    `council,rating,published,source_url\nCamden,Outstanding,2027-06-03,${source}\n`,
  );
  mkdirSync(at("data"));
  for (const name of ["assessments.csv", "datapackage.json", "services"])
    cpSync(path.join(repository, "data", name), path.join(at("data"), name), { recursive: true });
  const columns = [
    ...["Location ID", "Location Type", "Care Home?", "Location Local Authority"],
    ...["Service / Population Group", "Domain", "Latest Rating", "Publication Date"],
  ];
  const month = (rating: string, day: string) =>
    `${columns.join(",")}\n1-1000210669,Social Care Org,Y,Camden,Overall,Overall,${rating},${day}\n`;
  writeFileSync(at("month.csv"), month("Good", "13/05/2025"));
  writeFileSync(at("other.csv"), month("Inadequate", "14/05/2025"));
});
afterAll(() => {
  built.remove();
  rmSync(folder, { recursive: true });
});
beforeEach(() => rmSync(out, { recursive: true, force: true }));

/** Runs a process to its end, or to its death at a change to the disk. */
async function run(args: readonly string[], killAt = -1): Promise<unknown> {
  const child = spawn(process.execPath, ["--require", preload, ...args], {
    cwd: repository,
    env: { ...process.env, KILL_AT: String(killAt), KILL_IN: out },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  return new Promise((resolve) =>
    child.once("close", (code, signal) => resolve(signal ?? (code === 0 ? 0 : said))),
  );
}

/** What a reader finds, each file's text, null where it is not there. */
const read = (dir: string, names: readonly string[]) =>
  names.map((name) => {
    const place = committedPath(dir, name);
    return existsSync(place) ? readFileSync(place, "utf8") : null;
  });

/** The files that are not those that the folder's datapackage.json states. */
function unlike(dir: string): string[] {
  const [text] = read(dir, ["datapackage.json"]);
  if (text === null) return [];
  const { resources = [] } = JSON.parse(text) as Partial<Descriptor>;
  const stated = resources.filter(({ path: name }) => name.startsWith("services/"));
  return integrityProblems({ resources: stated }, dir, (name) => name);
}

interface Writer {
  readonly args: () => string[];
  /** What it writes, which changes together. */
  readonly files: readonly string[];
  /** Makes what is there before. */
  readonly before?: () => Promise<unknown>;
  /** It is killed at each so many changes; 1 where left out. */
  readonly every?: number;
  /** The folder that is written into, where it is another than `out`. */
  readonly dir?: string;
}

const months = (file: string, ...more: string[]) => [
  ...[...ninefold(), "services", "read", at(file), "--month", "2026-09"],
  ...["--data", out, ...more],
];
const writers: Readonly<Record<string, Writer>> = {
  "import FILE --out DIR": {
    args: () => [...ninefold(), "import", at("round.csv"), "--out", out, "--alone"],
    files: ["assessments.csv", "datapackage.json", "import-log.csv"],
  },
  "validate DIR --fix OUT": {
    args: () => [...ninefold(), "validate", at("data"), "--fix", path.join(out, "fixed")],
    files: ["assessments.csv", "datapackage.json"],
    before: () => Promise.resolve(mkdirSync(out)),
    dir: path.join(out, "fixed"),
  },
  "services read FILE --replace": {
    args: () => months("other.csv", "--replace"),
    files: ["services/2026-09.csv"],
    every: 3,
    before: () => {
      mkdirSync(out);
      return run(months("month.csv"));
    },
  },
  "scores FILE --force": {
    args: () => [...ninefold(), "scores", path.join(out, "scores.csv"), "--force"],
    files: ["scores.csv"],
    before: () => {
      mkdirSync(out);
      return Promise.resolve(writeFileSync(path.join(out, "scores.csv"), "old"));
    },
  },
};

it.each(Object.entries(writers))(
  "%s leaves the old files or the new ones, whenever it is killed",
  async (_, { args, files, before, dir = out, every = 1 }) => {
    await before?.();
    const old = read(dir, files);
    expect(await run(args())).toBe(0);
    const next = read(dir, files);
    expect(next).not.toContain(null);
    expect(next).not.toEqual(old);
    let [kills, isDone, isRunAgain] = [0, false, false];
    for (; !isDone; kills += every) {
      rmSync(out, { recursive: true, force: true });
      await before?.();
      const ended = await run(args(), kills);
      isDone = ended === 0;
      if (!isDone) expect(ended).toBe("SIGKILL");
      const found = read(dir, files);
      expect([old, next]).toContainEqual(found);
      expect(unlike(dir)).toEqual([]);
      // What a killed run left is not in the way of the next.
      if (kills > 1 || isRunAgain) continue;
      isRunAgain = true;
      expect(await run(args())).toBe(0);
      expect(read(dir, files)).toEqual(next);
    }
    expect(kills).toBeGreaterThan(2);
  },
  240_000,
);
