import { existsSync, readdirSync, readFileSync } from "node:fs";
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
    for (const action of actions) expect(action).toMatch(/^actions\/[\w-]+@v\d+(\.\d+){0,2}$/);
    const jobs = text.match(/^ {4}runs-on:/gm)?.length ?? 0;
    expect(jobs).toBeGreaterThan(0);
    expect(text.match(/^ {4}timeout-minutes: \d+$/gm)).toHaveLength(jobs);
  });

  it("puts nothing of an event or a branch's name into a command", () => {
    expect(shellOf(text)).not.toContain("${{");
  });
});
