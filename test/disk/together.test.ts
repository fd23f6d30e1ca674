import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Descriptor } from "../../src/datapackage/descriptor.js";
import { integrityProblems } from "../../src/datapackage/integrity.js";
import { buildPackage, outcomeOf, type BuiltPackage } from "../builtPackage.js";

/** Two runs that add a month to one folder at once: what one adds, the other does not lose. */

const preload = fileURLToPath(new URL("pauseAt.cjs", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "ninefold-together-"));
const file = path.join(folder, "month.csv");
let built: BuiltPackage;
beforeAll(async () => {
  built = await buildPackage();
  writeFileSync(
    file,
    "Location ID,Location Type,Care Home?,Location Local Authority,Service / Population Group,Domain,Latest Rating,Publication Date\n" +
      "1-100000001,Social Care Org,Y,Camden,Overall,Overall,Good,13/05/2025\n",
  );
});
afterAll(() => {
  built.remove();
  rmSync(folder, { recursive: true });
});

const args = (data: string, month: string) => {
  return ["services", "read", file, "--month", month, "--data", data];
};

/** Starts a run, and waits until it waits at its first call of a function on the folder of data. */
async function paused(data: string, month: string, at: string) {
  const waiting = path.join(data, "..", `${path.basename(data)}.paused`);
  const child = spawn(process.execPath, ["--require", preload, built.bin, ...args(data, month)], {
    env: { ...process.env, PAUSE_AT: at, PAUSE_IN: data, PAUSED: waiting },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const outcome = outcomeOf(child);
  while (!existsSync(waiting) && child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(child.exitCode).toBeNull();
  return { outcome, go: () => rmSync(waiting) };
}

const monthsIn = (data: string) => {
  const text = readFileSync(path.join(data, "datapackage.json"), "utf8");
  const { resources } = JSON.parse(text) as Pick<Descriptor, "resources">;
  expect(integrityProblems({ resources }, data, (name) => name)).toEqual([]);
  return resources.flatMap(({ name }) => /^services-(\d.*)$/.exec(name)?.[1] ?? []);
};

it("has both months where another run comes first", async () => {
  const data = mkdtempSync(path.join(folder, "data-"));
  const late = await paused(data, "2026-01", "mkdtempSync");
  expect((await built.run(...args(data, "2026-02"))).code).toBe(0);
  late.go();
  expect((await late.outcome).code).toBe(0);
  expect(monthsIn(data).sort()).toEqual(["2026-01", "2026-02"]);
}, 60_000);

it("refuses a run while another is at work, in one line, and does not touch what is there", async () => {
  const data = mkdtempSync(path.join(folder, "data-"));
  const early = await paused(data, "2026-01", "renameSync");
  const { code, stderr } = await built.run(...args(data, "2026-02"));
  expect(code).toBe(1);
  expect(stderr).toMatch(/^\S+: another run is writing here: remove \S+ if none is\n$/);
  early.go();
  expect((await early.outcome).code).toBe(0);
  expect(monthsIn(data)).toEqual(["2026-01"]);
  expect((await built.run(...args(data, "2026-02"))).code).toBe(0);
  expect(monthsIn(data).sort()).toEqual(["2026-01", "2026-02"]);
}, 60_000);
