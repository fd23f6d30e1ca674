import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ExpectedError } from "../../../src/errors.js";
import type { Manifest, ManifestEntry } from "../../../src/engine/report/manifest.js";
import { writeOutputs } from "../../../src/engine/report/output.js";
import type { Output, WriteOptions } from "../../../src/engine/report/output.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/**
 * The script that is killed, and what it imports, as plain JavaScript in a folder of its own: one
 * child a change to the disk is many, and each would take ten times as long to start with tsx.
 */
let compiled: string;
beforeAll(() => {
  compiled = mkdtempSync(join(tmpdir(), "ninefold-script-"));
  writeFileSync(join(compiled, "package.json"), '{ "type": "module" }');
  for (const name of [
    "src/errors",
    "src/perObject",
    "src/disk/diskError",
    "src/disk/makeFolder",
    "src/disk/runLock",
    "src/engine/report/manifest",
    "src/engine/report/output",
    "src/engine/report/replaceFiles",
    "test/engine/report/writeAndDie",
  ]) {
    const { outputText } = ts.transpileModule(readFileSync(join(root, `${name}.ts`), "utf8"), {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    });
    mkdirSync(dirname(join(compiled, name)), { recursive: true });
    writeFileSync(join(compiled, `${name}.js`), outputText);
  }
});
afterAll(() => rmSync(compiled, { recursive: true }));

const start = (into: string, at: number | "hold", some: readonly Output[], from = made()) => {
  const script = join(compiled, "test/engine/report/writeAndDie.js");
  const args = [script, into, String(at), JSON.stringify(some), JSON.stringify(from)];
  return spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
};
const hash = (content: string | Buffer) => createHash("sha256").update(content).digest("hex");

const made = (data = "a") => ({
  ninefold: "0.1.0",
  set: "complete",
  data: [{ path: "assessments.csv", sha256: hash(data) }],
});

/** Outputs of one report, from `name: content`. */
const outputs = (report: string, files: Record<string, string>): Output[] =>
  Object.entries(files).map(([path, content]) => ({ path, content, report }));

const first = outputs("national", {
  "national.html": "old page",
  "national.pdf": "old paper",
  "national/sums.csv": "same",
  "national/gone.csv": "gone",
});
const second = outputs("national", {
  "national.html": "new page",
  "national.pdf": "new paper",
  "national/sums.csv": "same",
  "national/new.csv": "new",
});

let dir: string;
beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), "ninefold-out-")), "reports");
});
afterEach(() => rmSync(join(dir, ".."), { recursive: true }));

const write = (some: readonly Output[], options: WriteOptions = {}, from = made()) =>
  writeOutputs(dir, some, from, options);
const manifest = () => JSON.parse(readFileSync(join(dir, "manifest.json"), "utf8")) as Manifest;

/** Every file below the folder with its content, hidden ones too, the manifest aside. */
function files(): Record<string, string> {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "manifest.json")
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    names.map((name) => [name.slice(dir.length + 1), readFileSync(name, "utf8")]),
  );
}

const contents = (some: readonly Output[]) =>
  Object.fromEntries(some.map(({ path, content }) => [path, content]));

/** The lines of the ExpectedError that is thrown. */
function problems(run: () => unknown): readonly string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof ExpectedError) return error.problems;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("writeOutputs", () => {
  it("writes files and a manifest of them, the same for the same data", () => {
    expect(write(first)).toEqual({
      written: first.map(({ path }) => path),
      unchanged: [],
      removed: [],
    });
    expect(files()).toEqual(contents(first));
    expect(manifest()).toEqual({
      schema: "ninefold.manifest/1",
      ...made(),
      outputs: [
        ["national.html", "old page"],
        ["national.pdf", "old paper"],
        ["national/gone.csv", "gone"],
        ["national/sums.csv", "same"],
      ].map(([path, content]) => ({
        path,
        report: "national",
        sha256: hash(content),
        bytes: content.length,
      })),
    });
    const before = readFileSync(join(dir, "manifest.json"));
    expect(write(first).unchanged).toHaveLength(4);
    expect(readFileSync(join(dir, "manifest.json")).equals(before)).toBe(true);
  });

  it("replaces what changed and removes what is no longer made", () => {
    write(first);
    expect(write(second, {}, made("b"))).toEqual({
      written: ["national.html", "national.pdf", "national/new.csv"],
      unchanged: ["national/sums.csv"],
      removed: ["national/gone.csv"],
    });
    expect(files()).toEqual(contents(second));
    expect(manifest()).toMatchObject(made("b"));
    expect(manifest()).not.toHaveProperty("pending");
    write(outputs("national", { "national.html": "alone" }));
    expect(files()).toEqual({ "national.html": "alone" });
    expect(existsSync(join(dir, "national"))).toBe(false);
  });

  it("keeps and lists the outputs of other reports, and says what they were made from", () => {
    const claims = outputs("claims", { "claims.html": "claims" });
    write([...first, ...claims]);
    write(second, {}, made("b"));
    expect(files()).toEqual({ ...contents(second), ...contents(claims) });
    expect(manifest()).toMatchObject(made("b"));
    expect(manifest().earlier).toEqual([{ report: "claims", ...made() }]);
    write(claims, {}, made("b"));
    expect(manifest()).not.toHaveProperty("earlier");
    expect(manifest().outputs).toHaveLength(5);
  });

  it("touches no file of somebody else and writes nothing when one is in the way", () => {
    mkdirSync(join(dir, "national"), { recursive: true });
    writeFileSync(join(dir, "notes.txt"), "mine");
    writeFileSync(join(dir, "national/sums.csv"), "mine");
    writeFileSync(join(dir, "national.pdf"), "mine");
    const before = files();
    expect(problems(() => write(first))).toEqual([
      `${dir}/national.pdf: not listed as made by Ninefold: move it, or choose another folder`,
      `${dir}/national/sums.csv: not listed as made by Ninefold: move it, or choose another folder`,
    ]);
    expect(problems(() => write(first, { force: true }))).toHaveLength(2);
    expect(files()).toEqual(before);
    expect(existsSync(join(dir, "manifest.json"))).toBe(false);
    for (const name of ["national.pdf", "national/sums.csv"]) rmSync(join(dir, name));
    write(first);
    expect(files()).toEqual({ ...contents(first), "notes.txt": "mine" });
  });

  it("takes no file for its own that has the bytes it would write, so that no later run loses it", () => {
    mkdirSync(join(dir, "national"), { recursive: true });
    writeFileSync(join(dir, "national/sums.csv"), "same");
    const line = `${dir}/national/sums.csv: not listed as made by Ninefold: move it, or choose another folder`;
    for (const force of [false, true])
      expect(problems(() => write(first, { force }))).toEqual([line]);
    expect(files()).toEqual({ "national/sums.csv": "same" });
    expect(existsSync(join(dir, "manifest.json"))).toBe(false);
    // Nor beside what a manifest lists.
    write(outputs("claims", { "claims.html": "claims" }));
    for (const force of [false, true])
      expect(problems(() => write(first, { force }))).toEqual([line]);
    expect(manifest().outputs.map(({ path }) => path)).toEqual(["claims.html"]);
    write(outputs("national", { "national.html": "alone" }), {}, made("b"));
    expect(files()["national/sums.csv"]).toBe("same");
  });

  it("neither replaces nor removes a file that was changed by hand, unless told to", () => {
    write(first);
    writeFileSync(join(dir, "national.html"), "edited");
    writeFileSync(join(dir, "national/gone.csv"), "edited too");
    expect(problems(() => write(second))).toEqual([
      `${dir}/national.html: changed since it was made: move it, or use --force`,
    ]);
    expect(files()["national.pdf"]).toBe("old paper");
    expect(write(second, { force: true }).removed).toEqual([]);
    expect(files()).toEqual({ ...contents(second), "national/gone.csv": "edited too" });
    expect(manifest().outputs.map(({ path }) => path)).not.toContain("national/gone.csv");
  });

  it.each([
    ["", "not JSON"],
    ['{"schema":', "not JSON"],
    ["[]", "not a manifest of Ninefold"],
    ['{"name":"a web app","icons":[]}', "not a manifest of Ninefold"],
    ['{"schema":"ninefold.manifest/1"}', "not a whole manifest of Ninefold"],
  ])("trusts no manifest that is not whole and its own: %s", (json, why) => {
    mkdirSync(dir);
    writeFileSync(join(dir, "manifest.json"), json);
    expect(problems(() => write(first))).toEqual([
      `${dir}/manifest.json: ${why}: move it away with what it lists, or choose another folder`,
    ]);
    expect(files()).toEqual({});
    expect(readFileSync(join(dir, "manifest.json"), "utf8")).toBe(json);
  });

  it.each([
    "../victim.txt",
    "VICTIM",
    "a/../../victim.txt",
    ".git/config",
    "a\\..\\b",
    "manifest.json",
    "",
    7,
  ])("follows no path that leaves the folder: %s", (listed) => {
    const victim = join(dir, "../victim.txt");
    mkdirSync(dir);
    writeFileSync(victim, "mine");
    const path = listed === "VICTIM" ? victim : listed;
    const entry = { path, report: "national", sha256: hash("mine"), bytes: 4 };
    for (const lists of [{ outputs: [entry] }, { outputs: [], pending: [entry] }]) {
      const json = JSON.stringify({ schema: "ninefold.manifest/1", ...made(), ...lists });
      writeFileSync(join(dir, "manifest.json"), json);
      const [line, ...more] = problems(() => write(first));
      expect(line).toContain("lists what no run makes");
      expect(more).toEqual([]);
    }
    expect(readFileSync(victim, "utf8")).toBe("mine");
    expect(files()).toEqual({});
  });

  it.each(["../../mine.html", "/mine.html", "a/../../../b", "C:\\mine", "a\nb", 7])(
    "believes no place of a notebook that is further off: %j",
    (place) => {
      mkdirSync(dir);
      const lists = { outputs: [], notebooks: { national: place } };
      const json = JSON.stringify({ schema: "ninefold.manifest/1", ...made(), ...lists });
      writeFileSync(join(dir, "manifest.json"), json);
      expect(problems(() => write(first))).toEqual([
        expect.stringContaining("not a whole manifest of Ninefold"),
      ]);
    },
  );

  it("follows no link out of the folder, when writing or removing", () => {
    const elsewhere = join(dir, "../elsewhere");
    mkdirSync(elsewhere);
    write(first);
    rmSync(join(dir, "national"), { recursive: true });
    for (const name of ["sums.csv", "gone.csv"]) writeFileSync(join(elsewhere, name), "gone");
    symlinkSync(elsewhere, join(dir, "national"));
    expect(problems(() => write(second, { force: true }))).toEqual([
      `${dir}/national: expected a folder`,
      `${dir}/national: expected a folder`,
    ]);
    write(outputs("national", { "national.html": "alone" }), { force: true });
    expect(readdirSync(elsewhere).sort()).toEqual(["gone.csv", "sums.csv"]);
    rmSync(join(dir, "national.html"));
    symlinkSync(join(elsewhere, "gone.csv"), join(dir, "national.html"));
    expect(problems(() => write(second))[0]).toBe(`${dir}/national.html: expected a file`);
    rmSync(join(dir, "manifest.json"));
    symlinkSync(join(elsewhere, "gone.csv"), join(dir, "manifest.json"));
    expect(problems(() => write(second))).toEqual([`${dir}/manifest.json: expected a file`]);
    expect(readFileSync(join(elsewhere, "gone.csv"), "utf8")).toBe("gone");
  });

  it("says in one line when the folder is a file, or below one", () => {
    writeFileSync(dir, "mine");
    expect(problems(() => write(first))).toEqual([`${dir}: expected a folder`]);
    const below = join(dir, "below");
    expect(problems(() => writeOutputs(below, first, made()))).toEqual([
      `${below}: cannot be written: a part of the path is not a folder`,
    ]);
    expect(readFileSync(dir, "utf8")).toBe("mine");
  });

  const refuse = (code: string, at: number) => {
    let n = 0;
    return () => {
      if (n++ === at) throw Object.assign(new Error(code), { code });
    };
  };

  it.each([
    ["ENOSPC", "the disk is full"],
    ["EROFS", "the disk is read-only"],
    ["EACCES", "permission denied"],
    ["EMFILE", "too many files are open"],
  ])("says in one line that the disk refuses: %s", (code, why) => {
    expect(problems(() => write(first, { step: refuse(code, 1) }))).toEqual([
      `${dir}: cannot be written: ${why}`,
    ]);
  });

  it("leaves nothing half done when the disk fills up at any moment, and the next run mends it", () => {
    let steps = 0;
    write(first);
    write(second, { step: () => (steps += 1) });
    for (let at = 0; at < steps; at += 1) {
      rmSync(dir, { recursive: true });
      write(first);
      expect(problems(() => write(second, { step: refuse("ENOSPC", at) }))).toHaveLength(1);
      checkWhole();
      expect(readdirSync(dir).filter((name) => name.startsWith("."))).toEqual([]);
      write(second);
      expect(files()).toEqual(contents(second));
    }
  });

  it("keeps the stack of a defect", () => {
    const step = () => {
      throw new TypeError("a defect");
    };
    expect(() => write(first, { step })).toThrow(TypeError);
    for (const path of ["../a.html", "/a.html", "manifest.json", ".hidden", "a//b", "a/"])
      expect(() => write(outputs("a", { [path]: "x" }))).toThrow(TypeError);
    expect(() => write([...first, first[0]])).toThrow(/given twice: national.html/);
  });

  it("gives way to a run that is under way and clears up after one that was killed", () => {
    mkdirSync(join(dir, ".ninefold-4242"), { recursive: true });
    writeFileSync(join(dir, ".ninefold-4242", "0"), "half");
    writeFileSync(join(dir, ".ninefold-note"), "mine");
    expect(problems(() => write(first, { alive: (pid) => pid === 4242 }))).toEqual([
      `${dir}: another run is writing here: remove ${dir}/.ninefold-4242 if none is`,
    ]);
    expect(Object.keys(files()).sort()).toEqual([".ninefold-4242/0", ".ninefold-note"]);
    write(first, { alive: () => false });
    expect(files()).toEqual({ ...contents(first), ".ninefold-note": "mine" });
  });

  it("gives way to a run in another container, whose number says nothing here", () => {
    const lock = ".ninefold-4242-0123abcd-aBc1_2";
    mkdirSync(join(dir, lock), { recursive: true });
    expect(problems(() => write(first, { alive: () => false }))).toEqual([
      `${dir}: another run is writing here: remove ${dir}/${lock} if none is`,
    ]);
    expect(readdirSync(dir)).toEqual([lock]);
  });

  it("refuses a second run of the same process while the first is at work", () => {
    let inner: readonly string[] = [];
    write(first, { step: () => (inner = problems(() => write(second))) });
    expect(inner).toHaveLength(1);
    expect(inner[0]).toContain("another run is writing here");
    expect(files()).toEqual(contents(first));
  });
});

/** Each listed file is whole, and has a hash that the manifest gives for it. Nothing else is there. */
function checkWhole(others: readonly string[] = []): void {
  const { outputs: listed, pending = [] } = manifest();
  const hashes = (path: string) =>
    [...listed, ...pending]
      .filter((entry: ManifestEntry) => entry.path === path)
      .map(({ sha256 }) => sha256);
  for (const [path, content] of Object.entries(files())) {
    if (path.startsWith(".ninefold-") || others.includes(path)) continue;
    expect(hashes(path), path).toContain(hash(content));
  }
}

/** Runs a child that is killed at a change to the disk, and gives the signal it ended by. */
const kill = (...args: Parameters<typeof start>): Promise<unknown> =>
  new Promise((resolve) => start(...args).once("exit", (_, signal) => resolve(signal)));

describe("a run that is killed", () => {
  it("leaves each file whole, the old or the new one, whenever it is killed", async () => {
    const steps: string[] = [];
    write(first);
    write(second, { step: (what) => steps.push(what) });
    expect(steps).toHaveLength(14);
    const parent = join(dir, "..");
    const folders = steps.map((_, at) => join(parent, `killed-at-${at}`));
    for (const folder of folders) {
      writeOutputs(folder, first, made());
      writeFileSync(join(folder, "notes.txt"), "mine");
    }
    const signals = await Promise.all(folders.map((at, i) => kill(at, i, second, made("b"))));
    expect(signals).toEqual(steps.map(() => "SIGKILL"));
    for (dir of folders) {
      checkWhole(["notes.txt"]);
      const left = files();
      const allowed = { ...contents(first), ...contents(second), "notes.txt": "mine" };
      for (const { path, content } of first)
        if (path !== "national/gone.csv")
          expect([content, contents(second)[path]]).toContain(left[path]);
      for (const path of Object.keys(left).filter((name) => !name.startsWith(".")))
        expect(Object.keys(allowed)).toContain(path);
      // Another report comes in between; then the killed one is run again.
      const claims = outputs("claims", { "claims.html": "claims" });
      write(claims, {}, made("b"));
      checkWhole(["notes.txt"]);
      write(second, {}, made("b"));
      expect(files()).toEqual({ ...contents(second), ...contents(claims), "notes.txt": "mine" });
      expect(manifest()).not.toHaveProperty("pending");
      expect(manifest()).not.toHaveProperty("earlier");
    }
  });

  it("does not strand what it made when the next run makes something else", async () => {
    write(first);
    // Killed when all new files are in place and the manifest still calls them pending.
    expect(await kill(dir, 12, second)).toBe("SIGKILL");
    expect(files()["national/new.csv"]).toBe("new");
    expect(manifest().pending).toHaveLength(4);
    // The next is killed too, before it has renamed anything.
    const third = outputs("national", { "national.html": "third page" });
    expect(await kill(dir, 3, third)).toBe("SIGKILL");
    checkWhole();
    write(third);
    expect(files()).toEqual(contents(third));
    expect(manifest().outputs).toHaveLength(1);
  });

  it("keeps a second run out while it is alive", async () => {
    write(first);
    const child = start(dir, "hold", second);
    const ended = new Promise((resolve) => child.once("exit", resolve));
    await new Promise((resolve) => child.stdout.once("data", resolve));
    const lines = problems(() => write(second));
    expect(lines).toHaveLength(1);
    const [lock] = readdirSync(dir).filter((name) => name.startsWith(`.ninefold-${child.pid}-`));
    expect(lines[0]).toBe(`${dir}: another run is writing here: remove ${dir}/${lock} if none is`);
    checkWhole();
    child.kill("SIGKILL");
    await ended;
    write(second);
    expect(files()).toEqual(contents(second));
  });
});
