/**
 * How long the commands take and how much memory they use, as JSON: npm run bench
 *
 * Each command runs in new processes, so that nothing is warm but the file system. Memory is the
 * most that the process that does the work held at once.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "ninefold-bench-"));
const runs = 5;

/** Loaded by every Node process that a command starts: leaves the most memory it held, in kB. */
const recorder = `data:text/javascript,${encodeURIComponent(`
  import { writeFileSync } from "node:fs";
  process.on("exit", () =>
    writeFileSync(
      process.env.NINEFOLD_BENCH + "/" + process.pid + ".rss",
      String(process.resourceUsage().maxRSS),
    ),
  );
`)}`;

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
}

function run(command: string, args: readonly string[]): Run {
  const memory = mkdtempSync(path.join(folder, "memory-"));
  const start = process.hrtime.bigint();
  const { status, error, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NINEFOLD_BENCH: memory, NODE_OPTIONS: `--import ${recorder}` },
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (error) throw error;
  if (status !== 0)
    throw new Error(`${[command, ...args].join(" ")} ended with ${status}\n${stderr}`);
  const kilobytes = readdirSync(memory).map((file) =>
    Number(readFileSync(path.join(memory, file), "utf8")),
  );
  return { seconds, megabytes: Math.max(...kilobytes) / 1024 };
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

try {
  const out = path.join(folder, "reports");
  const result = {
    node: process.version,
    processors: cpus().length,
    runs,
    commands: [
      measure("npm", "run", "report", "--", "--out", out),
      measure("node", "bin/ninefold.js", "report", "--format", "html,pdf", "--out", out),
      measure("node", "bin/ninefold.js", "analyse", "--json"),
      measure("node", "bin/ninefold.js", "validate"),
      measure("node", "bin/ninefold.js", "--help"),
    ],
    analyses: [153, 1530, 15300].map(measureAnalyses),
  };
  console.log(JSON.stringify(result, null, 2));
} finally {
  rmSync(folder, { recursive: true });
}
