import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../../src/cli/main.js";
import { councilOutcomes } from "../../src/councils/analysis/councilOutcomes.js";
import { mapName } from "../../src/councils/charts/mapNames.js";
import { findCouncil } from "../../src/councils/data/findCouncil.js";
import { readDataset } from "../../src/councils/data/readDataset.js";
import { measureName } from "../../src/councils/findings/measureNames.js";
import { repositoryData } from "../../src/datapackage/descriptor.js";

/** Words in the data that mean something to a programming language mean nothing here. */

const words = "The value is undefined, NaN or Infinity; constructor and __proto__ are words.";
let dir: string;

beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), "ninefold-words-"));
  const data = path.join(dir, "data");
  cpSync(repositoryData, data, {
    recursive: true,
    filter: (from) => !/raw$|datapackage\.json$|README/.test(from),
  });
  const change = (name: string, from: RegExp, to: string) => {
    const file = path.join(data, name);
    const text = readFileSync(file, "utf8");
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    writeFileSync(file, changed);
  };
  change("assessments.csv", /^(E09000007,Camden,formal,.*,)[^,]*$/m, `$1"${words}"`);
  // Camden's value of one measure is kept back, for a reason that nobody knows.
  change("context/ascof_long.csv", /^(E09000007,1a,2024-25),.*$/m, "$1,,,,,,constructor");
});
afterAll(() => rmSync(dir, { recursive: true }));

async function ran(...argv: string[]) {
  let stderr = "";
  const out = path.join(dir, "out");
  const io = { stdout: () => undefined, stderr: (text: string) => (stderr += text) };
  const code = await run(
    ["report", ...argv, "--data", path.join(dir, "data"), "--format", "html", "--out", out],
    io,
  );
  return { code, stderr, read: (name: string) => readFileSync(path.join(out, name), "utf8") };
}

describe("words in the data", () => {
  it("stop no report, and are shown as they are", async () => {
    const { code, stderr, read } = await ran("council", "--council", "Camden");
    expect([code, stderr]).toEqual([0, ""]);
    expect(read("councils/camden.html")).toContain("undefined, NaN or Infinity");
  });

  it("are no reasons, names or shapes that an object has by itself", () => {
    const dataset = readDataset({ dir: path.join(dir, "data") });
    const camden = findCouncil(dataset, "Camden");
    const { outcomes } = councilOutcomes(dataset, camden);
    expect(outcomes.find(({ measure }) => measure === "1a")?.missing).toBe("not available");
    for (const word of ["constructor", "__proto__", "toString"]) {
      expect(measureName(word, "What it is")).toEqual({ name: "What it is", unit: "" });
      const style = { size: 12 };
      expect(typeof mapName(word, 400, style)).toBe("string");
    }
  });
});
