import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { run } from "../src/cli/main.js";

async function helpOf(...command: string[]): Promise<string> {
  let said = "";
  const write = (text: string) => (said += text);
  expect(await run([...command, "--help"], { stdout: write, stderr: write })).toBe(0);
  return said;
}

/** Ninefold's own command in a line of shell: `npx ninefold report`, `node bin/ninefold.cjs report`. */
const ninefold = /(?:npx ninefold|node bin\/ninefold\.cjs) (\w+)(?: (\w+))?/;

/** The help of a command, or of the one below it that a line names, such as `services read`. */
async function helpOfNamed(command: string, next: string | undefined): Promise<string> {
  const help = await helpOf(command);
  const isBelow = next !== undefined && new RegExp(`^ +${next} \\[options\\]`, "m").test(help);
  return isBelow ? helpOf(command, next) : help;
}

/**
 * Holds that the lines of shell name npm scripts, Ninefold's commands and their options that are
 * there. Gives how many commands it checked, so that a test can see that there were some.
 */
export async function expectCommands(shell: string): Promise<number> {
  const file = fileURLToPath(new URL("../package.json", import.meta.url));
  const { scripts } = JSON.parse(readFileSync(file, "utf8")) as { scripts: Record<string, string> };
  let checked = 0;
  for (const line of shell.split("\n").map((one) => one.replace(/(^|\s)#.*/, ""))) {
    const [, script] = /npm run ([\w:]+)/.exec(line) ?? [];
    if (script !== undefined) expect(Object.keys(scripts), line).toContain(script);
    const [, command, next] =
      ninefold.exec(line) ?? ninefold.exec(scripts[script ?? ""] ?? "") ?? [];
    if (script !== undefined || command !== undefined) checked += 1;
    if (command === undefined) continue;
    const help = await helpOfNamed(command, next);
    for (const [option] of line.matchAll(/(?<=\s)--[a-z][\w-]*/g))
      expect(help, line).toContain(option);
  }
  return checked;
}
