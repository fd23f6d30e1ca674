import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ExpectedError } from "../../../src/errors.js";
import { writeOutputs } from "../../../src/engine/report/output.js";
import type { Output } from "../../../src/engine/report/output.js";

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), "ninefold-defect-"))));
afterEach(() => rmSync(dir, { recursive: true }));

const made = { ninefold: "0.1.0", set: "complete", data: [] };

it("keeps the stack of a defect that Node gives a code, and writes nothing", () => {
  const page = { path: "a.html", report: "a", content: undefined } as unknown as Output;
  const run = () => writeOutputs(dir, [page], made);
  expect(run).toThrow(TypeError);
  expect(run).not.toThrow(ExpectedError);
  expect(readdirSync(dir)).toEqual([]);
});
