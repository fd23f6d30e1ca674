import * as fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPackage, type BuiltPackage } from "../builtPackage.js";
import { cases, filesOf, manifestOf } from "./councilRuns.js";

let folder: string;
let ninefold: BuiltPackage;
const northEast = ["report", "council", "--region", "north east"];
/** The reports on its 12 councils, made once. */
let made: string;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(tmpdir(), "ninefold-again-"));
  ninefold = await buildPackage();
  made = path.join(folder, "made");
  await ninefold.run(...northEast, "--out", made);
}, 600_000);
afterAll(() => {
  ninefold.remove();
  fs.rmSync(folder, { recursive: true });
});

const copyOfMade = (name: string) => {
  const out = path.join(folder, name);
  fs.cpSync(made, out, { recursive: true });
  return out;
};

describe("a second run", () => {
  it("makes nothing that is there and unchanged", async () => {
    const out = copyOfMade("again");
    const before = filesOf(out);
    const { code, stdout } = await ninefold.run(...northEast, "--out", out);
    expect(code).toBe(0);
    expect(stdout).toBe(`${path.join(out, "councils", "index.html")}\nreused 12, built 0\n`);
    expect(filesOf(out)).toEqual(before);
    expect(manifestOf(out)).toEqual(manifestOf(made));
  });

  it("makes what is missing, what was damaged and what was made with other parameters", async () => {
    const out = copyOfMade("some");
    fs.rmSync(path.join(out, "councils", "gateshead.pdf"));
    const { stdout } = await ninefold.run(...northEast, "--out", out);
    expect(stdout).toMatch(/^reused 11, built 1$/m);
    expect(filesOf(out)).toEqual(filesOf(made));
    const again = ["report", "council", "--council", "gateshead", "--council", "E06000001"];
    const other = await ninefold.run(...again, "--set", "all", "--out", out);
    expect(other.stdout).toMatch(/^built 2$/m);
    expect(other.stdout).toContain(path.join(out, "councils", "gateshead.pdf"));
    const back = await ninefold.run(...northEast, "--out", out);
    expect(back.stdout).toMatch(/^reused 10, built 2$/m);
    expect(filesOf(out)).toEqual(filesOf(made));
    const forced = await ninefold.run(...again, "--force", "--out", out);
    expect(forced.stdout).toMatch(/^built 2$/m);
  }, 300_000);

  it("names a file that was changed by hand, and makes the others", async () => {
    const out = copyOfMade("by-hand");
    const file = path.join(out, "councils", "gateshead.html");
    fs.appendFileSync(file, "<!-- mine -->");
    fs.rmSync(path.join(out, "councils", "hartlepool.csv"));
    const args = [...northEast, "--out", out];
    const { code, stdout, stderr } = await ninefold.run(...args);
    expect(code).toBe(1);
    expect(stderr).toBe(`${file}: changed since it was made: move it, or use --force\n`);
    expect(stdout).toMatch(/^reused 10, built 1, failed 1: Gateshead$/m);
    expect(fs.readFileSync(file, "utf8")).toContain("mine");
    expect(fs.existsSync(path.join(out, "councils", "hartlepool.csv"))).toBe(true);
  });

  it("makes anew what depends on more than the data: a file beside the notebook", async () => {
    const out = path.join(folder, "beside");
    const args = ["report", path.join(cases, "beside.html"), "--council", "Barnet", "--out", out];
    expect((await ninefold.run(...args)).stdout).toMatch(/^built 1$/m);
    expect(manifestOf(out).inputs).toBeUndefined();
    expect((await ninefold.run(...args)).stdout).toMatch(/^built 1$/m);
  });
});
