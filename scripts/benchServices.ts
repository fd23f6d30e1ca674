/**
 * How long a month of care services takes to read, beside Python, and how long questions of kept
 * months take, as JSON: npx tsx scripts/benchServices.ts, or as a part of npm run bench. With a
 * folder as its argument it is the process that asks so many months of it.
 *
 * The month is made up: 320,000 rows as ODS, over 1 GB of XML. Python reads the same file in the same
 * run with zipfile and iterparse and counts the ratings of each location, no more.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { readDataset } from "../src/councils/data/readDataset.js";
import { holdFolder } from "../src/disk/commitFiles.js";
import { keepMonth } from "../src/services/keepMonth.js";
import { monthCsv, monthResource } from "../src/services/monthFile.js";
import type { MonthColumns } from "../src/services/months/monthColumns.js";
import {
  goodOrBetter,
  patternsByRating,
  ratedAnew,
  ratingsByCouncil,
} from "../src/services/months/questions.js";
import { keptMonths, readKeptMonth } from "../src/services/months/readMonths.js";
import { madeUpMonths } from "./madeUpMonths.js";
import { writeMonthFile } from "./monthFiles.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const round = (value: number, decimals = 2) => Number(value.toFixed(decimals));
const megabytes = (kilobytes: number) => Math.round(kilobytes / 1024);

function seconds(work: () => unknown): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/** Loads so many of a folder's months and asks each question, the middle of five times. */
function ask(folder: string, count: number): unknown {
  const names = keptMonths(folder).slice(0, count);
  const months: MonthColumns[] = [];
  const load = seconds(() => {
    for (const name of names) months.push(readKeptMonth(folder, name));
  });
  const questions: Readonly<Record<string, () => unknown>> = {
    "share good or better, by council and month": () =>
      months.map((month) => [...ratingsByCouncil(month).values()].map(goodOrBetter)),
    "patterns by rating": () => patternsByRating(months),
    "rated anew, month by month": () =>
      months.slice(1).map((after, i) => ratedAnew(months[i], after)),
  };
  const milliseconds = Object.fromEntries(
    Object.entries(questions).map(([name, work]) => {
      const times = Array.from({ length: 5 }, () => 1000 * seconds(work)).sort((a, b) => a - b);
      return [name, { middle: round(times[2], 1), slowest: round(times[4], 1) }];
    }),
  );
  return {
    months: months.length,
    rows: months.reduce((sum, { n }) => sum + n, 0),
    loadSeconds: round(load),
    milliseconds,
    arraysMegabytes: Math.round(process.memoryUsage().arrayBuffers / 2 ** 20),
    peakMegabytes: megabytes(process.resourceUsage().maxRSS),
  };
}

interface Used {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

/** Runs a program that leaves what it used, in microseconds and kB, in the file NINEFOLD_USED. */
function use(folder: string, command: string, args: readonly string[], options = ""): Used {
  const used = path.join(folder, "used.json");
  let [status, stderr] = [null as number | null, ""];
  const wall = seconds(() => {
    const done = spawnSync(command, args, {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, NINEFOLD_USED: used, NODE_OPTIONS: options },
    });
    if (done.error) throw done.error;
    ({ status, stderr } = done);
  });
  if (status !== 0) throw new Error(`${command} ended with ${status}\n${stderr}`);
  const { cpu, rss } = JSON.parse(readFileSync(used, "utf8")) as { cpu: number; rss: number };
  return { seconds: round(wall), cpuSeconds: round(cpu), peakMegabytes: megabytes(rss) };
}

const python = `
import json, os, resource, sys, zipfile
from xml.etree.ElementTree import iterparse
table = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"
rows = 0
found = {}
with zipfile.ZipFile(sys.argv[1]) as archive, archive.open("content.xml") as part:
    for _, element in iterparse(part):
        if element.tag == table + "table-row":
            cells = ["".join(p.text or "" for p in cell.iter(text)) for cell in element]
            if len(cells) > 20:
                rows += 1
                if cells[4] == "Social Care Org":
                    found.setdefault((cells[0], cells[17]), {})[cells[18]] = (cells[19], cells[20])
            element.clear()
        elif element.tag == table + "table":
            element.clear()
use = resource.getrusage(resource.RUSAGE_SELF)
with open(os.environ["NINEFOLD_USED"], "w") as out:
    json.dump({"cpu": use.ru_utime + use.ru_stime, "rss": use.ru_maxrss}, out)
`;

const recorder = `process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  require("node:fs").writeFileSync(process.env.NINEFOLD_USED,
    JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, rss: maxRSS }));
});`;

/** A month read by Ninefold, with its CSV written, and by Python. */
async function readOneMonth(folder: string): Promise<unknown> {
  const rows = 320_000;
  const file = path.join(folder, "month.ods");
  const unpacked = await writeMonthFile(file, { format: "ods", rows });
  writeFileSync(path.join(folder, "recorder.cjs"), recorder);
  writeFileSync(path.join(folder, "month.py"), python);
  const data = path.join(folder, "read");
  const args = ["bin/ninefold.cjs", "services", "read", file, "--data", data, "--month", "2026-01"];
  const ninefold = use(
    folder,
    "node",
    args,
    `--require ${JSON.stringify(path.join(folder, "recorder.cjs"))}`,
  );
  const hasPython = spawnSync("python3", ["--version"]).status === 0;
  const beside = hasPython ? use(folder, "python3", [path.join(folder, "month.py"), file]) : null;
  return {
    rows,
    unpackedMegabytes: Math.round(unpacked / 1e6),
    ninefold,
    python: beside ?? "not measured: there is no python3 here",
    timesFaster: beside && {
      wall: round(beside.seconds / ninefold.seconds, 1),
      cpu: round(beside.cpuSeconds / ninefold.cpuSeconds, 1),
    },
  };
}

function askMonths(folder: string, count: number): unknown {
  const script = fileURLToPath(import.meta.url);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", script, folder, String(count)],
    { cwd: root, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`questions of ${count} months ended with ${status}\n${stderr}`);
  return JSON.parse(stdout);
}

/** All that is measured of care services. */
async function everything(): Promise<unknown> {
  const folder = mkdtempSync(path.join(tmpdir(), "ninefold-services-"));
  try {
    const month = await readOneMonth(folder);
    const councils = readDataset().councils.map(({ gssCode }) => gssCode);
    const kept = path.join(folder, "kept");
    for (const { month: name, ratings } of madeUpMonths(councils, {
      locations: 29_000,
      months: 60,
    })) {
      const csv = monthCsv(ratings);
      const resource = monthResource(name, csv, "made up") as { name: string };
      holdFolder(kept, (held) => keepMonth(held, name, csv, resource));
    }
    return { month, questions: [1, 12, 60].map((count) => askMonths(kept, count)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [, , folder, count] = process.argv;
console.log(
  JSON.stringify(folder === undefined ? await everything() : ask(folder, Number(count)), null, 2),
);
