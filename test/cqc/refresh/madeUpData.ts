import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { refresh, type RefreshOptions } from "../../../src/cqc/refresh/refresh.js";
import type { Effects, Limits } from "../../../src/cqc/refresh/effects.js";

export const header =
  "gss_code,council,kind,status,confidence,rating,score_pct,published,qs1,qs2,qs3,qs4,qs5,qs6,qs7,qs8,qs9,source_url,source_kind,note";

export const reportUrl = (slug: string) =>
  `https://www.cqc.org.uk/care-services/local-authority-assessment-reports/${slug}`;

/** A folder of data with these rows, and CRLF or LF as its line ends. */
export function dataFolder(rows: readonly string[], ends = "\n"): string {
  const dir = mkdtempSync(join(tmpdir(), "ninefold-refresh-"));
  writeFileSync(join(dir, "assessments.csv"), [header, ...rows, ""].join(ends));
  return dir;
}

export const read = (dir: string, name: string) => readFileSync(join(dir, name), "utf8");

/** Every file of a folder, hidden ones too, with its content; raw pages aside unless asked for. */
export function contents(dir: string, withRaw = false): Record<string, string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .filter((name) => withRaw || !name.startsWith("raw/"));
  return Object.fromEntries(files.sort().map((name) => [name, read(dir, name)]));
}

/** Never waits; notes for how long it was asked to. */
export function effects(day = "2026-11-28"): Effects & { readonly waits: number[] } {
  const waits: number[] = [];
  return {
    waits,
    fetch,
    now: () => new Date(`${day}T09:30:00Z`),
    sleep: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  };
}

export const limits: Partial<Limits> = { timeout: 400, retries: 1, bytes: 100_000 };

/** A refresh of a folder with short limits. */
export function run(
  from: string,
  dir: string,
  options: Partial<RefreshOptions> = {},
  world: Effects = effects(),
) {
  return refresh({ from, dir, userAgent: "ninefold/test (+here)", limits, ...options }, world);
}
