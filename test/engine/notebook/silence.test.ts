import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { follow } from "../../../src/engine/notebook/build/makerProcess.js";
import type { Note } from "../../../src/engine/notebook/build/notes.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Notes of a process that then gives no sign of life, and after how many seconds it is ended. */
async function silentAfter(...notes: readonly Note[]) {
  const pipe = new PassThrough();
  let isEnded = false;
  const seen = follow(pipe, () => (isEnded = true));
  for (const note of notes) pipe.write(`${JSON.stringify(note)}\n`);
  await new Promise(setImmediate);
  let seconds = 0;
  for (; !isEnded && seconds < 2000; seconds++) vi.advanceTimersByTime(1000);
  return { seconds, silent: seen.end().silent };
}

it("a process that reads large data has as long as one that has said nothing yet", async () => {
  const nothing = await silentAfter();
  expect(nothing).toEqual({ seconds: 615, silent: 600_000 });
  expect(await silentAfter({ kind: "alive" })).toEqual(nothing);
});

it("a job has the bound that it began with, and the line says so", async () => {
  const begun: Note = { kind: "begun", index: 0, bound: 32_000 };
  expect(await silentAfter(begun, { kind: "alive" })).toEqual({ seconds: 47, silent: 32_000 });
});
