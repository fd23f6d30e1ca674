import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ExpectedError } from "../../../src/errors.js";
import { dataFiles } from "../../../src/councils/data/dataFiles.js";
import { readDescriptor } from "../../../src/datapackage/descriptor.js";
import { readCoverage } from "../../../src/councils/data/readCoverage.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { readDataFolder } from "../../../src/cqc/refresh/dataFolder.js";
import { refresh } from "../../../src/cqc/refresh/refresh.js";
import { contents, dataFolder, effects, limits, run } from "./madeUpData.js";
import { siteOf, startSite, type MadeUpReport, type MadeUpSite } from "./madeUpSite.js";

const barnet: MadeUpReport = {
  council: "Barnet",
  slug: "barnet-0126",
  scores: "333333333",
  published: "2026-01-16",
};

let site: MadeUpSite;
let dir: string;
/** The folder before, and as a run that nothing disturbs leaves it. */
let [old, done]: Record<string, string>[] = [];
beforeEach(async () => {
  site = await startSite(siteOf([barnet]));
  // A word that is corrected, so that all three files change together.
  dir = dataFolder([
    "E09000003,Barnet,formal,published,medium,Requires improvement,,2026-01,,,,,,,,,,https://example.org/,press,",
  ]);
  old = contents(dir);
  const copy = `${dir}-copy`;
  cpSync(dir, copy, { recursive: true });
  await run(site.origin, copy, { accept: true });
  done = contents(copy);
  rmSync(copy, { recursive: true });
  expect(Object.keys(done)).toEqual(["assessments.csv", "datapackage.json", "revisions.csv"]);
});
afterEach(async () => {
  await site.close();
  rmSync(dir, { recursive: true, force: true });
});

/** What a reader sees: the values of the row, its revisions and the vintage. */
function seen(folder: string) {
  const { assessments, revisions } = readDataFolder(folder);
  const { vintage } = readCoverage(readDescriptor(), folder);
  return [assessments.rows[0].values.rating, revisions.rows.length, vintage];
}
const before = ["Requires improvement", 0, "2026-11-29"];
const after = ["Good", 1, "2026-11-28"];

/** A reader sees all of the old or all of the new, and the next run finishes. */
async function expectWhole(): Promise<"old" | "new"> {
  const now = seen(dir);
  expect([before, after]).toContainEqual(now);
  await run(site.origin, dir, { accept: true });
  expect(contents(dir)).toEqual(done);
  expect(readdirSync(dir).filter((name) => name.startsWith("."))).toEqual([]);
  return now[0] === before[0] ? "old" : "new";
}

class Crash extends Error {}

describe("a refresh that dies", () => {
  it("leaves the data old or new, never mixed, at whatever step, and the next run finishes", async () => {
    const kept = `${dir}-kept`;
    cpSync(dir, kept, { recursive: true });
    const states: string[] = [];
    const steps: string[] = [];
    for (let at = 0; ; at += 1) {
      rmSync(dir, { recursive: true });
      cpSync(kept, dir, { recursive: true });
      let n = 0;
      const step = (what: string) => {
        if (n === at) {
          steps.push(what);
          throw new Crash();
        }
        n += 1;
      };
      try {
        await run(site.origin, dir, { accept: true, step });
        break;
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
      }
      states.push(await expectWhole());
    }
    rmSync(kept, { recursive: true });
    // Every step of the commit was tried, and the state changes once, at the step after it.
    const commit = steps.indexOf("commit");
    expect(steps.slice(commit + 1)).toEqual([
      "put assessments.csv in place",
      "put datapackage.json in place",
      "put revisions.csv in place",
      "remove the empty folder",
    ]);
    expect(states).toEqual(steps.map((_, i) => (i <= commit ? "old" : "new")));
  });

  it("in the middle of a commit leaves a folder that is read as the new one, by whoever reads it", async () => {
    const step = (what: string) => {
      if (what === "put datapackage.json in place") throw new Crash();
    };
    await expect(run(site.origin, dir, { accept: true, step })).rejects.toThrow(Crash);
    expect(readdirSync(join(dir, ".ninefold-commit"))).toEqual([
      "datapackage.json",
      "revisions.csv",
    ]);
    const { assessments, revisions, vintage, files } = readDataset({ dir });
    expect([assessments[0].rating, revisions.length, vintage]).toEqual(after);
    const name = dir.split("/").at(-1)!;
    const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
    for (const path of Object.keys(done))
      expect(files).toContainEqual({ path: `${name}/${path}`, sha256: sha256(done[path]) });
    const bytes = dataFiles({ dir });
    for (const path of Object.keys(done)) expect(bytes.get(path)?.toString()).toBe(done[path]);
    // A run that writes nothing finishes nothing, and sees the same.
    const dry = await run(site.origin, dir, { dryRun: true });
    expect([dry.diff.items, dry.diff.same]).toEqual([[], 1]);
    expect(existsSync(join(dir, ".ninefold-commit"))).toBe(true);
    await expectWhole();
  });

  describe("by SIGKILL", () => {
    let compiled: string;
    beforeAll(async () => {
      // One child a step is many: each would take ten times as long to start with tsx.
      const root = fileURLToPath(new URL("../../../", import.meta.url));
      compiled = mkdtempSync(join(root, "node_modules/.ninefold-"));
      await build({
        entryPoints: [join(root, "test/cqc/refresh/refreshAndDie.ts")],
        outfile: join(compiled, "src/data/die.mjs"),
        bundle: true,
        platform: "node",
        format: "esm",
        packages: "external",
        // It is the repository's, whose data it finds.
        define: { "import.meta.url": JSON.stringify(pathToFileURL(join(root, "src/x.js")).href) },
      });
    });
    afterAll(() => rmSync(compiled, { recursive: true }));

    it("leaves the same", async () => {
      const kept = `${dir}-kept`;
      cpSync(dir, kept, { recursive: true });
      // The first change of all, the commit and what stands around it, and the last.
      const states: string[] = [];
      for (const at of [0, 6, 9, 10, 11, 13, 14]) {
        rmSync(dir, { recursive: true });
        cpSync(kept, dir, { recursive: true });
        const script = join(compiled, "src/data/die.mjs");
        const child = spawn(process.execPath, [script, site.origin, dir, String(at)], {
          stdio: ["ignore", "ignore", "inherit"],
        });
        const signal = await new Promise((resolve) => child.on("exit", (_, how) => resolve(how)));
        expect(signal).toBe("SIGKILL");
        states.push(await expectWhole());
      }
      rmSync(kept, { recursive: true });
      expect(states).toEqual(["old", "old", "old", "old", "new", "new", "new"]);
    });
  });
});

/** An error as the disk gives it. */
const refusal = (code: string) =>
  Object.assign(new Error(`${code}: refused`), { code, path: join(dir, "somewhere") });

describe("a disk that refuses", () => {
  it.each([
    ["ENOSPC", "the disk is full"],
    ["EROFS", "the disk is read-only"],
    ["EACCES", "permission denied"],
  ])("with %s, at each step, is one line, and the data are whole", async (code, words) => {
    let refused = 0;
    for (let at = 0; ; at += 1) {
      let n = 0;
      const step = () => {
        if (n++ === at) throw refusal(code);
      };
      const seenBefore = seen(dir);
      try {
        await run(site.origin, dir, { accept: true, step });
        break;
      } catch (error) {
        if (!(error instanceof ExpectedError)) throw error;
        expect(error.problems).toEqual([`${join(dir, "somewhere")}: cannot be written: ${words}`]);
        expect(error.exitCode).toBe(1);
        refused += 1;
        const now = seen(dir);
        expect([seenBefore, after]).toContainEqual(now);
      }
    }
    // What was written before a refusal is not written again: fewer steps than in one go.
    expect(refused).toBeGreaterThan(7);
    expect(contents(dir)).toEqual(done);
  });

  const mount = join(tmpdir(), `ninefold-tmpfs-${process.pid}`);
  const canMount = (() => {
    try {
      execFileSync("mkdir", ["-p", mount]);
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", mount], { stdio: "ignore" });
      execFileSync("umount", [mount]);
      return true;
    } catch {
      return false;
    } finally {
      rmSync(mount, { recursive: true, force: true });
    }
  })();
  it.runIf(canMount)("because it is really full, or really read-only, is the same", async () => {
    execFileSync("mkdir", ["-p", mount]);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", mount]);
    try {
      for (const [name, content] of Object.entries(old)) writeFileSync(join(mount, name), content);
      writeFileSync(join(mount, "filler"), Buffer.alloc(52 * 1024));
      const attempt = () =>
        refresh(
          { from: site.origin, dir: mount, accept: true, userAgent: "ninefold/test", limits },
          effects(),
        );
      await expect(attempt()).rejects.toMatchObject({
        problems: [expect.stringMatching(/: cannot be written: the disk is full$/)],
      });
      expect(seen(mount)).toEqual(before);
      rmSync(join(mount, "filler"));
      execFileSync("mount", ["-o", "remount,ro", mount]);
      await expect(attempt()).rejects.toMatchObject({
        problems: [`${mount}: cannot be written: the disk is read-only`],
      });
      expect(seen(mount)).toEqual(before);
      execFileSync("mount", ["-o", "remount,rw", mount]);
      await attempt();
      expect(seen(mount)).toEqual(after);
    } finally {
      execFileSync("umount", [mount]);
      rmSync(mount, { recursive: true });
    }
  });

  it("or another run at work in the folder, is one line", async () => {
    const others: Promise<unknown>[] = [];
    const step = () => {
      if (others.length === 0) others.push(run(site.origin, dir).catch((error: unknown) => error));
    };
    await run(site.origin, dir, { accept: true, step });
    const [other] = await Promise.all(others);
    expect(other).toBeInstanceOf(ExpectedError);
    expect((other as ExpectedError).problems).toEqual([
      expect.stringContaining(`${dir}: another run is writing here`),
    ]);
    expect(existsSync(join(dir, "raw/index.json"))).toBe(true);
  });
});
