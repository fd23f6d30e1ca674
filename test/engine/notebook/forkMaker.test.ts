import { once } from "node:events";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { endEarly, startEarly, takeMaker } from "../../../src/engine/notebook/build/forkMaker.js";

let folder: string;
let file: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), "ninefold-fork-"));
  file = path.join(folder, "maker.cjs");
  fs.writeFileSync(
    file,
    `process.on("message", (message) => {
      if (message === "end") process.exit(3);
      else process.send(process.pid);
    });`,
  );
});
afterAll(() => {
  endEarly();
  fs.rmSync(folder, { recursive: true });
});

/** What a process answers that is asked who it is. */
async function asks(child: ReturnType<typeof takeMaker>): Promise<unknown> {
  const answer = once(child, "message");
  child.send("who");
  return (await answer)[0];
}

describe("processes that are started early", () => {
  it("are taken before others are started, and those left are ended", async () => {
    startEarly(file, 3);
    const [first, second] = [takeMaker(file), takeMaker(file)];
    expect(first.pid).not.toBe(second.pid);
    expect(await asks(first)).toBe(first.pid);
    expect(await asks(second)).toBe(second.pid);
    const third = takeMaker(file);
    startEarly(file, 1);
    endEarly();
    const fourth = takeMaker(file);
    expect(new Set([first, second, third, fourth].map(({ pid }) => pid)).size).toBe(4);
    for (const child of [first, second, third, fourth]) {
      child.send("end");
      expect(await once(child, "exit")).toEqual([3, null]);
    }
  });

  it("are not taken where they have ended meanwhile", async () => {
    const [ends, mark] = [path.join(folder, "ends.cjs"), path.join(folder, "pid")];
    fs.writeFileSync(
      ends,
      `require("fs").writeFileSync(${JSON.stringify(mark)}, String(process.pid)); process.exit();`,
    );
    startEarly(ends, 1);
    const hasEnded = () => {
      try {
        return process.kill(Number(fs.readFileSync(mark, "utf8")), 0) && false;
      } catch {
        return fs.existsSync(mark);
      }
    };
    await vi.waitUntil(hasEnded, { timeout: 30_000, interval: 10 });
    const early = Number(fs.readFileSync(mark, "utf8"));
    const taken = takeMaker(ends);
    await once(taken, "exit");
    expect(taken.pid).not.toBe(early);
  });
});
