import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, expect, it } from "vitest";
import { run } from "../src/cli/main.js";
import { expectCommands } from "./commands.js";

const root = path.resolve(import.meta.dirname, "..");
const guide = readFileSync(path.join(root, "docs", "spreadsheets.md"), "utf8");
const codeOf = (language: string) =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, "g"))].map(([, code]) => code);
const dir = mkdtempSync(path.join(tmpdir(), "ninefold-scores-"));
afterAll(() => rmSync(dir, { recursive: true }));

/** Counted from the rows of the data, and from nothing that is tested here. */
function counted(): string {
  const rows = parse<Record<string, string>>(
    readFileSync(path.join(root, "data", "assessments.csv"), "utf8"),
    { columns: true },
  ).filter(
    ({ kind, status, confidence }) =>
      kind === "formal" && status !== "withdrawn" && confidence !== "low",
  );
  const lines = Array.from({ length: 9 }, (_, i) => {
    const statement = `qs${i + 1}`;
    // Sources disagree on one score.
    const own = rows
      .filter(({ gss_code }) => !(gss_code === "E06000007" && statement === "qs4"))
      .flatMap((row) => (row[statement] === "" ? [] : [Number(row[statement])]));
    return `${statement}: ${own.filter((score) => score < 3).length} of ${own.length} below 3\n`;
  });
  return lines.join("");
}

const readers = [
  ["R", "r", "Rscript"],
  ["Python", "python", "python3"],
] as const;

it.each(readers)("%s reads the scores by the lines of the guide", async (_, language, command) => {
  if (spawnSync(command, ["--version"]).status !== 0) {
    console.log(`${command} is not there: the guide's lines for it were not run`);
    return;
  }
  const said: string[] = [];
  const io = {
    stdout: (text: string) => said.push(text),
    stderr: (text: string) => said.push(text),
  };
  const file = path.join(dir, "scores.csv");
  expect([await run(["scores", file], io), said]).toEqual([0, [`${file}\n`]]);
  const [code] = codeOf(language);
  expect(code.trim().split("\n").length).toBeLessThanOrEqual(10);
  writeFileSync(path.join(dir, `read.${language}`), code);
  const { stdout, stderr } = spawnSync(command, [`read.${language}`], {
    cwd: dir,
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(stdout).toBe(counted());
});

it("names commands and options that are there", async () => {
  expect(await expectCommands(codeOf("sh").join("\n"))).toBe(3);
});

it("keeps a file that is there and differs, unless it is told to replace it", async () => {
  const file = path.join(dir, "mine.csv");
  writeFileSync(file, "mine");
  let said = "";
  const io = { stdout: () => {}, stderr: (text: string) => (said += text) };
  expect(await run(["scores", file], io)).toBe(1);
  expect(said).toBe(
    `${file}: is there already and differs: give --force to replace it, or another name\n`,
  );
  expect(readFileSync(file, "utf8")).toBe("mine");
  expect(await run(["scores", file, "--force"], io)).toBe(0);
  expect(readFileSync(file, "utf8")).toMatch(/^\ufeffgss_code,/);
  expect(await run(["workbook", "--out", path.join(dir, "a.doc")], io)).toBe(2);
});
