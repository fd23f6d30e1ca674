import * as fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { buildPackage, outcomeOf, type BuiltPackage } from "../builtPackage.js";
import { cases, expectWhole, filesOf, page } from "./councilRuns.js";

/** Waits on each council: two processes take eight seconds for all, however fast the machine. */
const waiting = [path.join(cases, "waits.html"), "--all-councils", "--format", "html"];
let folder: string;
let ninefold: BuiltPackage;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(tmpdir(), "ninefold-stopped-"));
  ninefold = await buildPackage();
}, 600_000);
afterAll(() => {
  ninefold.remove();
  fs.rmSync(folder, { recursive: true });
});

describe("a run that is stopped with Ctrl-C", () => {
  it("leaves what is finished, whole, and the next one makes the rest", async () => {
    const out = path.join(folder, "stopped");
    const child = ninefold.start("report", ...waiting, "--workers", "2", "--out", out);
    const outcome = outcomeOf(child);
    // Reports are written in batches: when the first ones are there, most are still to be made.
    const watch = setInterval(() => {
      if (!fs.existsSync(path.join(out, "manifest.json"))) return;
      clearInterval(watch);
      child.kill("SIGINT");
    }, 20);
    const { code, stdout, stderr } = await outcome;
    clearInterval(watch);
    expect(code).toBe(130);
    const [, made] = /^stopped: (\d+) of 153 reports made: run it again to make the rest\n$/.exec(
      stderr,
    )!;
    expect(Number(made)).toBeGreaterThanOrEqual(32);
    expect(Number(made)).toBeLessThan(153);
    expect(stdout).toMatch(new RegExp(`^built ${made}$`, "m"));
    expectWhole(out);
    const pages = [...filesOf(out)].filter(([name]) => name.endsWith(".html"));
    expect(pages).toHaveLength(Number(made) + 1);
    const listed = () => page(out, "index", "waits").querySelectorAll("#all li[data-find]");
    expect(listed()).toHaveLength(Number(made));
    expect(fs.readdirSync(out).sort()).toEqual(["manifest.json", "waits"]);
    const rest = await ninefold.run("report", ...waiting, "--out", out);
    expect(rest.stdout).toMatch(new RegExp(`^reused ${made}, built ${153 - Number(made)}$`, "m"));
    expectWhole(out);
    expect(listed()).toHaveLength(153);
  }, 300_000);
});

// The processes that another has started are listed on Linux alone.
describe.skipIf(!fs.existsSync("/proc/self/task"))("a process that is ended by the machine", () => {
  it("is replaced by another, which makes what it was at", async () => {
    const out = path.join(folder, "ended");
    const args = ["report", ...waiting, "--workers", "2", "--out", out];
    const parent = ninefold.start(...args);
    const outcome = outcomeOf(parent);
    const isWritten = () => fs.existsSync(path.join(out, "manifest.json"));
    await vi.waitUntil(isWritten, { timeout: 60_000, interval: 20 });
    const { pid } = parent;
    const makers = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
    expect(makers).toHaveLength(2);
    process.kill(Number(makers[0]), "SIGKILL");
    const { code, stdout, stderr } = await outcome;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^built 153$/m);
    for (const maker of makers) expect(fs.existsSync(`/proc/${maker}`)).toBe(false);
    expectWhole(out);
  });
});
