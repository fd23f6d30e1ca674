import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

/**
 * The project speaks of itself alone: no file names the machine it was written on, a folder beside
 * the checkout, or the host of a package registry. The patterns are put together from parts, so
 * that this file does not hold what it looks for.
 */
const root = fileURLToPath(new URL("../", import.meta.url));
const machineFolders = ["work", "root", "home", "Users"].join("|");
const patterns: Readonly<Record<string, RegExp>> = {
  "a folder of a machine": new RegExp(`(?<![\\w.:/*-])/(?:${machineFolders})/`),
  "a folder beside the checkout": new RegExp(`\\.\\./${"shared"}\\b`),
  "the host of a package registry": new RegExp(
    [`${"npm"}js\\.(?:org|com)`, `${"yarn"}pkg\\.com`, `deb\\.${"debian"}\\.org`].join("|"),
    "i",
  ),
};

/** What a text holds that it must not, as `line: what: text`. */
function leaks(text: string): string[] {
  return text.split("\n").flatMap((line, i) =>
    Object.entries(patterns)
      .filter(([, pattern]) => pattern.test(line))
      .map(([what]) => `${i + 1}: ${what}: ${line.trim().slice(0, 120)}`),
  );
}

it("finds what it looks for and nothing else", () => {
  const slash = "/";
  expect(leaks(`read ${slash}work${slash}main`)).toHaveLength(1);
  expect(leaks(`a\n"${slash}root${slash}.npmrc"`)).toEqual([
    `2: a folder of a machine: "${slash}root${slash}.npmrc"`,
  ]);
  expect(leaks(`from ..${slash}shared${slash}data`)).toHaveLength(1);
  expect(leaks(`"resolved": "https://${"registry"}.${"npm"}js.org/x"`)).toHaveLength(1);
  expect(
    leaks(
      `https://example.org${slash}work${slash}with-us, src${slash}root${slash}x.ts, work${slash}life`,
    ),
  ).toEqual([]);
});

it("is in no file of the repository", () => {
  const files = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" })
    .split("\0")
    .filter((file) => file !== "" && existsSync(path.join(root, file)));
  expect(files).toContain("package-lock.json");
  const found = files.flatMap((file) =>
    leaks(readFileSync(path.join(root, file), "utf8")).map((leak) => `${file}:${leak}`),
  );
  expect(found).toEqual([]);
});
