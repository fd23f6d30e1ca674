import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { casesFolder, expectedLines, failureOf } from "./cases.js";

const folder = path.join(casesFolder, "fail");
const expected = expectedLines("fail.txt");

/** Vitest takes unhandled rejections for its own: `process.test.ts` runs this one. */
const elsewhere = ["unhandled.html"];

describe("notebooks that must fail", () => {
  test("each has its expected lines", () => {
    const notebooks = readdirSync(folder).filter((name) => name.endsWith(".html"));
    expect(notebooks.sort()).toEqual([...expected.keys()].sort());
  });

  test.each([...expected.keys()].filter((name) => !elsewhere.includes(name)))(
    "%s",
    async (name) => {
      const timeout = name === "never-settles.html" ? 500 : 20_000;
      expect(await failureOf(path.join(folder, name), { timeout })).toEqual(expected.get(name));
    },
  );

  test("a notebook that is not there", async () => {
    expect(await failureOf(path.join(folder, "absent.html"))).toEqual([
      "absent.html: no such notebook",
    ]);
  });

  test("a directory", async () => {
    expect(await failureOf(folder)).toEqual(["fail: expected a file, not a directory"]);
  });
});
