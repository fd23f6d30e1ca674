import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { expectCommands } from "./commands.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const folder = path.join(root, ".github", "workflows");
const workflows = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(path.join(folder, name), "utf8"),
}));

/** What the steps run, a line each. */
function shellOf(text: string): string {
  const lines = text.split("\n");
  const shell: string[] = [];
  lines.forEach((line, i) => {
    const [, indent, command] = /^( *)(?:- )?run: (.*)$/.exec(line) ?? [];
    if (command === undefined) return;
    if (command !== "|") shell.push(command);
    else
      for (const next of lines.slice(i + 1)) {
        if (!next.startsWith(`${indent}  `) && next.trim() !== "") break;
        shell.push(next.trim());
      }
  });
  return shell.join("\n");
}

describe.each(workflows)("$name", ({ text }) => {
  it("runs commands and scripts that are there", async () => {
    const shell = shellOf(text);
    expect(await expectCommands(shell)).toBeGreaterThan(0);
    for (const [, script] of shell.matchAll(/^bash (\S+)/gm))
      expect(existsSync(path.join(root, script)), script).toBe(true);
  });

  it("asks for no more than it needs, names versions, and ends", () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n/m);
    expect(text).not.toMatch(/\bwrite-all\b|secrets\./);
    const actions = [...text.matchAll(/uses: (\S+)/g)].map((m) => m[1]);
    expect(actions.length).toBeGreaterThan(0);
    // By hash, as a tag may be moved; the version beside it is for people.
    for (const [line] of text.matchAll(/uses: .*$/gm))
      expect(line).toMatch(/^uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    const jobs = text.match(/^ {4}runs-on:/gm)?.length ?? 0;
    expect(jobs).toBeGreaterThan(0);
    expect(text.match(/^ {4}timeout-minutes: \d+$/gm)).toHaveLength(jobs);
  });

  it("gives the right to write to a job that runs none of the code, and one right alone", () => {
    const jobs = text.split(/^ {2}(?=[\w-]+:$)/m).slice(1);
    for (const job of jobs.filter((one) => one.includes(": write"))) {
      expect(job).not.toMatch(/checkout|npm |npx |node /);
      if (job.startsWith("tell:"))
        expect(job).toContain("permissions:\n      issues: write\n    steps:");
    }
  });

  it("puts nothing of an event or a branch's name into a command", () => {
    expect(shellOf(text)).not.toContain("${{");
  });
});

describe.skipIf(process.platform === "win32")("what opens the weekly issue", () => {
  const refresh = workflows.find(({ name }) => name === "refresh.yml")!.text;
  const script = shellOf(refresh.slice(refresh.indexOf("\n  tell:")));

  /** What it asks of GitHub's command line, where an issue of that number is open, or none. */
  function asked(open: string): string[] {
    const dir = mkdtempSync(path.join(tmpdir(), "ninefold-gh-"));
    try {
      writeFileSync(
        path.join(dir, "gh"),
        `#!/bin/sh\nprintf '%s|' "$@" >> "${dir}/asked"\necho >> "${dir}/asked"\n[ "$2" = list ] && printf '%s' "${open}"\nexit 0\n`,
        { mode: 0o755 },
      );
      const env = { PATH: `${dir}:${process.env.PATH}`, TITLE: "CQC's pages" };
      execFileSync("bash", ["-e", "-c", script], { env });
      return readFileSync(path.join(dir, "asked"), "utf8").trim().split("\n");
    } finally {
      rmSync(dir, { recursive: true });
    }
  }

  it("opens one where none is open, and renews the one that is", () => {
    expect(asked("").slice(1)).toEqual(["issue|create|--title|CQC's pages|--body-file|issue.md|"]);
    expect(asked("12").slice(1)).toEqual(["issue|edit|12|--body-file|issue.md|"]);
  });
});
