/**
 * Holds the repository to what a release needs, and tags it: npm run release -- 0.2.0 [--tag]
 *
 * Without --tag nothing is written: it says what is missing, a line each, or what it would do. It
 * never pushes nor publishes; it says the commands that do.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import semver from "semver";
import { packageFolder } from "../src/packageFolder.js";
import { outputSchemas, toFile } from "./outputSchemas.js";
import { linkedFiles, packedFiles } from "./packedFiles.js";

const read = (name: string) => readFileSync(path.join(packageFolder, name), "utf8");
const versionOf = (name: string) => (JSON.parse(read(name)) as { version: string }).version;

function git(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync("git", args, {
    cwd: packageFolder,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr.trim()}`);
  return stdout.trim();
}

/** The day of a version in the changelog, or null where it has none yet. */
export function releaseDay(changelog: string, version: string): string | null {
  const heading = changelog.split("\n").find((line) => line.startsWith(`## ${version} `));
  return /\((\d{4}-\d{2}-\d{2})\)$/.exec(heading ?? "")?.[1] ?? null;
}

/** What each file says the version is, and of which day. */
function versionProblems(version: string): string[] {
  const citation = read("CITATION.cff");
  const stated = {
    "package.json": versionOf("package.json"),
    "package-lock.json": versionOf("package-lock.json"),
    ".zenodo.json": versionOf(".zenodo.json"),
    "CITATION.cff": /^version: (\S+)$/m.exec(citation)?.[1],
  };
  const day = releaseDay(read("CHANGELOG.md"), version);
  const cited = /^date-released: "([^"]*)"$/m.exec(citation)?.[1];
  return [
    ...Object.entries(stated)
      .filter(([, one]) => one !== version)
      .map(([file, one]) => `${file}: version: expected ${version}: ${one}`),
    ...(day === null ? [`CHANGELOG.md: expected a heading "## ${version} (YYYY-MM-DD)"`] : []),
    ...(day !== null && cited !== day
      ? [`CITATION.cff: date-released: expected ${day}, as in CHANGELOG.md: ${cited}`]
      : []),
  ];
}

/** What documents that come with the package name, and what was written from other files. */
function fileProblems(): string[] {
  const packed = new Set(packedFiles());
  const stale = [...outputSchemas()].filter(
    ([name, schema]) => read(`schemas/${name}`) !== toFile(schema),
  );
  return [
    ...linkedFiles([...packed])
      .filter(({ target }) => !packed.has(target))
      .map(({ file, target }) => `${file}: names a file that the tarball lacks: ${target}`),
    ...stale.map(
      ([name]) => `schemas/${name}: not as the types are: npx tsx scripts/outputSchemas.ts`,
    ),
  ];
}

/** Whether the documents become pages: typedoc reads every source for that, about half a minute. */
function documentProblems(): string[] {
  const out = mkdtempSync(path.join(tmpdir(), "ninefold-release-"));
  try {
    const script = path.join(packageFolder, "scripts/documents.ts");
    const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", script, out], {
      cwd: packageFolder,
      encoding: "utf8",
    });
    return status === 0 ? [] : [`npm run docs: ended with ${status}: ${stderr.trim()}`];
  } finally {
    rmSync(out, { recursive: true });
  }
}

function gitProblems(version: string): string[] {
  const last = git("tag", "--list", "v*")
    .split("\n")
    .flatMap((tag) => semver.valid(tag.slice(1)) ?? [])
    .sort(semver.rcompare)[0];
  return [
    ...(git("status", "--porcelain") === "" ? [] : ["git: expected nothing that is not committed"]),
    ...(last !== undefined && !semver.gt(version, last)
      ? [`version: expected one above ${last}: ${version}`]
      : []),
  ];
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { tag: { type: "boolean", default: false } },
  });
  const [version] = positionals;
  if (positionals.length !== 1 || semver.valid(version) !== version) {
    console.error("expected one version, such as 0.2.0: npm run release -- 0.2.0");
    process.exitCode = 2;
    return;
  }
  const problems = [
    ...gitProblems(version),
    ...versionProblems(version),
    ...fileProblems(),
    ...documentProblems(),
  ];
  if (problems.length > 0) {
    console.error(problems.join("\n"));
    process.exitCode = 1;
    return;
  }
  const tag = ["tag", "--annotate", `v${version}`, "--message", `Ninefold ${version}`];
  if (values.tag) git(...tag);
  console.log(
    values.tag
      ? `tagged v${version}: git push origin v${version} && npm publish`
      : `all is there; with --tag: git tag --annotate v${version}. Run .ci/run before.`,
  );
}

if (process.argv[1] === import.meta.filename) main();
