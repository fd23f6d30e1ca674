import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundlers, openBundle } from "./bundles.js";

/** The packed tarball, installed into an empty project and used there under plain Node. */

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(path.join(realpathSync(tmpdir()), "ninefold-pack-"));
const project = path.join(folder, "project");

/** Without npm's settings and Node's options of this process; npm itself says only what fails. */
const env = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_|VITEST)/.test(name)),
  ),
  npm_config_loglevel: "error",
};

function run(command: string, args: readonly string[], cwd = project) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env,
    encoding: "utf8",
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

function mustRun(command: string, args: readonly string[], cwd?: string): string {
  const { status, stdout, stderr } = run(command, args, cwd);
  if (status !== 0)
    throw new Error(`${[command, ...args].join(" ")} ended with ${status}\n${stdout}\n${stderr}`);
  return stdout;
}

const ninefold = (...args: string[]) => run("npx", ["--no-install", "ninefold", ...args]);

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

/** The pages of the notebooks that come with the package and need nothing else. */
const published = [
  ...["claims", "council", "elsewhere", "intervention", "methods", "national", "pilots"],
  ...["self-assessment", "services", "single-word", "summary"],
].map((name) => `${name}.html`);

let packed: Packed;

beforeAll(() => {
  mustRun("npm", ["run", "build"], root);
  const answer = mustRun(
    "npm",
    ["pack", "--json", "--ignore-scripts", "--pack-destination", folder],
    root,
  );
  packed = (JSON.parse(answer) as Packed[])[0];
  mkdirSync(project);
  writeFileSync(
    path.join(project, "package.json"),
    JSON.stringify({ name: "empty", version: "1.0.0", private: true, type: "module" }),
  );
  mustRun("npm", [
    "install",
    path.join(folder, packed.filename),
    ...["--ignore-scripts", "--omit=dev", "--prefer-offline", "--no-audit", "--no-fund"],
  ]);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("the tarball", () => {
  it("holds what runs and what is read, and nothing that makes or tests it", () => {
    const files = packed.files.map((file) => file.path);
    const needed = [
      "LICENSE",
      "README.md",
      "bin/ninefold.cjs",
      "data/assessments.csv",
      "data/datapackage.json",
      "dist/cli/main.cjs",
      "dist/index.d.ts",
      "dist/index.js",
      "dist/licences.txt",
      "dist/node.js",
      "notebooks/explore.html",
      "notebooks/national.html",
      "package.json",
    ];
    expect(needed.filter((file) => !files.includes(file))).toEqual([]);
    expect(files.filter((file) => /^fonts\/.*\.ttf$/.test(file))).not.toEqual([]);
    const known =
      /^(bin|data|dist|docs|fonts|notebooks|schemas)\/|^[^/]+\.(md|cff|json)$|^LICENSE$/;
    expect(files.filter((file) => !known.test(file))).toEqual([]);
    expect(files.filter((file) => /\.tsbuildinfo$|\.run\.|(^|\/)\./.test(file))).toEqual([]);
  });

  it("holds no compiled file whose source is gone", () => {
    const compiled = packed.files
      .map((file) => file.path)
      .filter((file) => /^dist\/.*\.js$/.test(file))
      .map((file) => file.replace(/^dist\/(.*)\.js$/, "src/$1.ts"));
    expect(compiled.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  it("is small", () => {
    console.log(
      `tarball ${(packed.size / 1e6).toFixed(2)} MB, unpacked ` +
        `${(packed.unpackedSize / 1e6).toFixed(2)} MB, ${packed.files.length} files`,
    );
    expect(packed.size).toBeLessThan(5e6);
  });
});

describe("an empty project that installed it", () => {
  it("has a whole tree of packages without an override", () => {
    expect(readFileSync(path.join(project, "package.json"), "utf8")).not.toContain("overrides");
    expect(run("npm", ["ls", "--all"]).stderr).toBe("");
    for (const name of ["arquero", "danfojs-node", "@uwdata/flechette", "@tensorflow"])
      expect(existsSync(path.join(project, "node_modules", name)), name).toBe(false);
  });

  it("runs no script at install but esbuild's, which finds its binary", () => {
    const lock = JSON.parse(
      readFileSync(path.join(project, "node_modules/.package-lock.json"), "utf8"),
    ) as { packages: Record<string, { hasInstallScript?: boolean }> };
    const scripted = Object.entries(lock.packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([name]) => name.replace(/^.*node_modules\//, ""));
    expect(scripted.filter((name) => name !== "esbuild")).toEqual([]);
    if (scripted.length > 0)
      expect(readdirSync(path.join(project, "node_modules/@esbuild"))).toHaveLength(1);
  });

  it("prints help", () => {
    const { status, stdout, stderr } = ninefold("--help");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^Usage: ninefold/);
    expect(stdout).toMatch(/^ +report /m);
    expect(stdout).toMatch(/^ +validate /m);
  });

  it("validates the data that come with it", () => {
    const { status, stderr } = ninefold("validate");
    expect([status, stderr]).toEqual([0, ""]);
  });

  it("builds the report", () => {
    const { status, stderr } = ninefold("report");
    expect([status, stderr]).toEqual([0, ""]);
    const read = (file: string) => readFileSync(path.join(project, "reports", file));
    expect(read("national.html").toString()).toMatch(/^<!doctype html>[^]*<h1>/i);
    expect(read("national.pdf").subarray(0, 5).toString("latin1")).toBe("%PDF-");
    expect(() => JSON.parse(read("manifest.json").toString()) as unknown).not.toThrow();
  });

  it("builds the site, without the starter that needs what is not installed", () => {
    const { status, stderr } = ninefold("site", "--out", "site");
    expect([status, stderr]).toEqual([0, ""]);
    const site = path.join(project, "site");
    // Besides, those whose choices are made live.
    expect(readdirSync(path.join(site, "live"))).toEqual(
      [...published, "compare.html", "region.html"].sort(),
    );
    expect(readdirSync(site)).toContain("dataset.json");
    expect(readFileSync(path.join(site, "index.html"), "utf8")).toContain("live/national.html");
  });

  it("builds a report from a notebook of its own", () => {
    writeFileSync(
      path.join(project, "mine.html"),
      `<!doctype html>
<notebook>
  <title>Mine</title>
  <script id="1" type="module">
    import {select} from "ninefold";
    const {n} = select(dataset, "scores", {set: "complete"});
  </script>
  <script id="2" type="text/markdown">
    There are \${n} councils.
  </script>
</notebook>
`,
    );
    const { status, stderr } = ninefold("report", "mine.html", "--format", "html", "--out", "mine");
    expect([status, stderr]).toEqual([0, ""]);
    expect(readFileSync(path.join(project, "mine/mine.html"), "utf8")).toContain(
      "There are 72 councils.",
    );
  });

  it("says in one line that the starter notebook needs arquero", () => {
    const { status, stderr } = ninefold("report", "explore", "--out", "explore");
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^[^\n]*explore\.html:\d+:\d+: cell [^\n]*: import "npm:arquero": no such package is installed: npm install arquero\n/,
    );
    expect(existsSync(path.join(project, "explore"))).toBe(false);
  });

  it("checks the notebooks that it can, and says which it cannot", () => {
    const { status, stdout, stderr } = ninefold("check");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      /explore\.html: not checked: arquero is not installed\n13 notebooks checked\n$/,
    );
  });

  it("can be imported, with and without files, and type-checks", () => {
    const code = `
      import { select, type Selection } from "ninefold";
      import { readDataset } from "ninefold/node";
      const selection: Selection = select(readDataset(), "scores", { set: "complete" });
      console.log(selection.n);
    `;
    writeFileSync(path.join(project, "use.ts"), code);
    writeFileSync(
      path.join(project, "use.js"),
      code.replace(", type Selection", "").replace(": Selection", ""),
    );
    expect(mustRun(process.execPath, ["use.js"])).toBe("72\n");
    // With the declarations of all that it depends on checked, as a strict project does.
    for (const [module, resolution] of [
      ["node16", "node16"],
      ["nodenext", "nodenext"],
      ["esnext", "bundler"],
    ])
      mustRun(process.execPath, [
        path.join(root, "node_modules/typescript/bin/tsc"),
        ...["--noEmit", "--strict", "--target", "es2022"],
        ...["--module", module, "--moduleResolution", resolution, "use.ts"],
      ]);
  });
});

describe("a bundle for a browser", () => {
  // 22 of the 72 councils of the complete set are one point from another rating.
  it.each(Object.keys(bundlers))("by %s counts in Chromium what Node counts", async (name) => {
    const entry = path.join(project, "main.js");
    writeFileSync(
      entry,
      `import { margins, reviveDataset } from "ninefold";
      const { n, councils } = margins(reviveDataset(await (await fetch("dataset.json")).text()));
      const near = councils.filter(({ toLower, toHigher }) => toLower === 1 || toHigher === 1);
      document.body.textContent = near.length + " of " + n;`,
    );
    const folder = path.join(project, `bundle-${name}`);
    await bundlers[name](entry, folder);
    const data = path.join(project, "node_modules/ninefold/dist/dataset.json");
    copyFileSync(data, path.join(folder, "dataset.json"));
    expect(await openBundle(folder)).toEqual({ text: "22 of 72", complaints: [] });
  });
});
