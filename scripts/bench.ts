/**
 * How long the commands take and how much memory they use, as JSON: npm run bench
 *
 * Each command runs in new processes, so that nothing is warm but the file system. Memory is the
 * most that any one process held; `addedMegabytes` adds up those that are at work at once: the
 * command and the processes that make reports for it. The bound on their number is the command's.
 *
 * Reports on councils are made for 153 and 1,530 of them, or for as many as asked:
 * npm run bench -- --units 15300. Where R with rmarkdown and pandoc is there, it makes a page of
 * two charts and a table in a loop beside it.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeManyCouncils } from "./manyCouncils.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "ninefold-bench-"));
const runs = 5;

/**
 * Loaded by every Node process that a command starts: leaves the most memory it held, in kB.
 * CommonJS, as to load a module would add to what is measured.
 */
const recorder = path.join(folder, "recorder.cjs");
writeFileSync(
  recorder,
  `process.on("exit", () =>
    require("node:fs").writeFileSync(
      process.env.NINEFOLD_BENCH + "/" + process.pid + ".rss",
      String(process.resourceUsage().maxRSS),
    ),
  );`,
);

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
  readonly addedMegabytes: number;
}

function run(command: string, args: readonly string[]): Run {
  const memory = mkdtempSync(path.join(folder, "memory-"));
  const start = process.hrtime.bigint();
  const { status, error, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    env: {
      ...process.env,
      NINEFOLD_BENCH: memory,
      NODE_OPTIONS: `--require ${JSON.stringify(recorder)}`,
    },
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (error) throw error;
  if (status !== 0)
    throw new Error(`${[command, ...args].join(" ")} ended with ${status}\n${stderr}`);
  const kilobytes = readdirSync(memory).map((file) =>
    Number(readFileSync(path.join(memory, file), "utf8")),
  );
  const atOnce = kilobytes.sort((a, b) => b - a).slice(0, 1 + Math.min(cpus().length, 4));
  return {
    seconds,
    megabytes: atOnce[0] / 1024,
    addedMegabytes: atOnce.reduce((sum, one) => sum + one, 0) / 1024,
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const round = (value: number, decimals: number) => Number(value.toFixed(decimals));

function measure(command: string, ...args: string[]) {
  const all = Array.from({ length: runs }, () => run(command, args));
  const seconds = all.map((one) => one.seconds);
  return {
    command: [command, ...args].map((word) => word.replace(folder, "OUT")).join(" "),
    seconds: round(median(seconds), 2),
    fastest: round(Math.min(...seconds), 2),
    slowest: round(Math.max(...seconds), 2),
    peakMegabytes: Math.round(Math.max(...all.map((one) => one.megabytes))),
  };
}

/** Reports on so many councils as HTML, PDF and CSV, from nothing. */
function measureReports(units: number) {
  const data = path.join(folder, `data-${units}`);
  const out = path.join(folder, `reports-${units}`);
  mkdirSync(data);
  writeManyCouncils(data, units);
  const args = ["bin/ninefold.cjs", "report", "council", "--all-councils", "--data", data];
  const { seconds, megabytes, addedMegabytes } = run("node", [...args, "--out", out]);
  rmSync(out, { recursive: true });
  return {
    units,
    seconds: round(seconds, 2),
    pagesASecond: round(units / seconds, 1),
    peakMegabytes: Math.round(megabytes),
    addedMegabytes: Math.round(addedMegabytes),
  };
}

/** From Ctrl-C, while reports on all councils are made, to the end of the process. */
async function measureStop() {
  const seconds: number[] = [];
  for (let i = 0; i < runs; i++) {
    const out = path.join(folder, `stopped-${i}`);
    const args = ["bin/ninefold.cjs", "report", "council", "--all-councils", "--out", out];
    const child = spawn("node", args, { cwd: root, stdio: "ignore" });
    const ended = once(child, "exit");
    // The first reports are written, and most are still to be made.
    while (!existsSync(path.join(out, "manifest.json")) && child.exitCode === null) await sleep(5);
    const start = process.hrtime.bigint();
    child.kill("SIGINT");
    const [code] = (await ended) as [number | null];
    seconds.push(Number(process.hrtime.bigint() - start) / 1e9);
    if (code !== 130) throw new Error(`a run that was stopped ended with ${code}`);
  }
  return { seconds: round(median(seconds), 2), slowest: round(Math.max(...seconds), 2) };
}

/** Pages of two charts and a table by R Markdown, as HTML alone: a loop in one process of R. */
function measureRMarkdown(pages: number): unknown {
  const has = 'quit(status = !(requireNamespace("rmarkdown") && rmarkdown::pandoc_available()))';
  if (spawnSync("Rscript", ["-e", has]).status !== 0)
    return "not measured: R with rmarkdown and pandoc is not here";
  const start = process.hrtime.bigint();
  const args = [path.join(root, "scripts/bench.R"), String(pages), path.join(folder, "r")];
  const { status, stderr } = spawnSync("Rscript", args, { cwd: root, encoding: "utf8" });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0) throw new Error(`bench.R ended with ${status}\n${stderr}`);
  const made = readdirSync(path.join(folder, "r")).filter((name) => name.endsWith(".html")).length;
  if (made !== pages) throw new Error(`bench.R made ${made} of ${pages} pages`);
  return { pages, seconds: round(seconds, 2), pagesASecond: round(pages / seconds, 2) };
}

/** All of `analyse`, and the convolution alone, on made-up councils. */
function measureAnalyses(councils: number): unknown {
  const { status, error, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", path.join(root, "scripts/benchAnalyses.ts"), String(councils)],
    { cwd: root, encoding: "utf8" },
  );
  if (error) throw error;
  if (status !== 0)
    throw new Error(`analyses of ${councils} councils ended with ${status}\n${stderr}`);
  return JSON.parse(stdout);
}

/** A month of care services beside Python, and questions of kept months. */
function measureServices(): unknown {
  const { status, error, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", path.join(root, "scripts/benchServices.ts")],
    { cwd: root, encoding: "utf8" },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(`care services ended with ${status}\n${stderr}`);
  return JSON.parse(stdout);
}

const { values } = parseArgs({ options: { units: { type: "string" } } });
const asked = values.units === undefined ? null : Number(values.units);
if (asked !== null && !(Number.isInteger(asked) && asked > 0))
  throw new Error(`--units: expected a whole number of councils: ${values.units}`);

/** All that is measured by default. */
async function everything() {
  const out = path.join(folder, "reports");
  return {
    node: process.version,
    processors: cpus().length,
    runs,
    commands: [
      measure("npm", "run", "report", "--", "--force", "--out", out),
      measure(
        "node",
        "bin/ninefold.cjs",
        "report",
        "--force",
        "--format",
        "html,pdf",
        "--out",
        out,
      ),
      measure("node", "bin/ninefold.cjs", "analyse", "--json"),
      measure("node", "bin/ninefold.cjs", "validate"),
      measure("node", "bin/ninefold.cjs", "--help"),
    ],
    stop: await measureStop(),
    reports: [153, 1530].map(measureReports),
    rMarkdown: measureRMarkdown(20),
    analyses: [153, 1530, 15300].map(measureAnalyses),
    services: measureServices(),
  };
}

try {
  const result = asked === null ? await everything() : measureReports(asked);
  console.log(JSON.stringify(result, null, 2));
} finally {
  rmSync(folder, { recursive: true });
}
