import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { linkedFiles, packedFiles } from "../../scripts/packedFiles.js";
import { releaseDay } from "../../scripts/release.js";
import { packageFolder } from "../../src/packageFolder.js";

const read = (name: string) => readFileSync(path.join(packageFolder, name), "utf8");

describe("what is released", () => {
  it("holds every file that its documents name", () => {
    const packed = packedFiles();
    expect(packed).toContain("schemas/analysis.json");
    const links = linkedFiles(packed);
    expect(links.length).toBeGreaterThan(20);
    const lacking = links.filter(({ target }) => !packed.includes(target));
    expect(lacking).toEqual([]);
    // npm reads every file of the package.
  });

  it("has one version in all its files", () => {
    const { version } = JSON.parse(read("package.json")) as { version: string };
    for (const file of ["package-lock.json", ".zenodo.json"])
      expect((JSON.parse(read(file)) as { version: string }).version, file).toBe(version);
    expect(read("CITATION.cff")).toContain(`\nversion: ${version}\n`);
  });

  it("has the day that the changelog gives it", () => {
    const changelog = "# Changelog\n\n## 0.3.0 (unreleased)\n\n## 0.2.0 (2026-12-01)\n";
    expect(releaseDay(changelog, "0.2.0")).toBe("2026-12-01");
    expect(releaseDay(changelog, "0.3.0")).toBeNull();
    expect(releaseDay(changelog, "0.2")).toBeNull();
  });
});

it("docs/quality.md names files that are there, and ticks no point without one", () => {
  const rows = read("docs/quality.md")
    .split("\n")
    .filter((line) => /^\| (?!-|level|point|document)/.test(line));
  expect(rows.length).toBeGreaterThan(25);
  for (const row of rows) {
    const names = [...row.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
    for (const name of names) expect(existsSync(path.join(packageFolder, name)), name).toBe(true);
    if (names.length === 0) expect(row).toContain("this page");
  }
});

it("no machine changes the ends of lines when it checks the files out", () => {
  expect(read(".gitattributes")).toMatch(/^\* -text$/m);
});
