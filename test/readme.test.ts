import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { run } from "../src/cli/main.js";
import { expectCommands } from "./commands.js";
import { writeSeventhNotebook } from "./seventhNotebook.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const guides = readdirSync(path.join(root, "docs"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .map((name) => `docs/${name.split(path.sep).join("/")}`);
const documents = ["README.md", "CONTRIBUTING.md", "SECURITY.md", ...guides].map((name) => ({
  name,
  text: readFileSync(path.join(root, name), "utf8"),
}));

/** The blocks of code in a language. */
function codeOf(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map(
    (m) => m[1],
  );
}

describe("the documents", () => {
  it.each(documents)(
    "$name names commands, options and scripts that are there",
    async ({ text }) => {
      const mentioned = [...text.matchAll(/`(npm run [^`]*)`/g)].map((m) => m[1]);
      const shell = [...codeOf(text, "sh"), ...mentioned].join("\n");
      const asked = shell.match(/^(npx ninefold|node bin\/ninefold\.cjs|npm run) \w/gm) ?? [];
      expect(await expectCommands(shell)).toBeGreaterThanOrEqual(asked.length);
    },
  );

  it.each(documents)("$name links only to files that are there", ({ name, text }) => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((m) => m[1]);
    const folder = path.dirname(path.join(root, name));
    for (const link of links) expect(existsSync(path.join(folder, link)), link).toBe(true);
  });

  it("README.md leads to a seventh notebook, whose commands do what they say", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "ninefold-test-"));
    try {
      const { file, commands } = writeSeventhNotebook(folder);
      expect(commands).toEqual([
        ["preview", file],
        ["check", file],
        ["report", file],
      ]);
      // A browser test opens it live.
      for (const command of commands.slice(1)) {
        let said = "";
        const io = { stdout: () => undefined, stderr: (text: string) => (said += text) };
        const out = command[0] === "report" ? ["--out", path.join(folder, "out")] : [];
        expect([await run([...command, ...out], io), said]).toEqual([0, ""]);
      }
      const page = readFileSync(path.join(folder, "out", "near.html"), "utf8");
      expect(page).toContain("<h1>Councils near a higher rating</h1>");
      expect(page).toContain("<span>Region:</span> All of England");
      // Four councils of the complete set have the highest sum that is Requires improvement.
      expect(page).toContain(
        "One point more on one statement would give 4 of 72 councils a higher rating.",
      );
      expect(page.match(/<figure /g)).toHaveLength(1);
      expect(existsSync(path.join(folder, "out", "near.pdf"))).toBe(true);
      const rows = readFileSync(path.join(folder, "out", "near", "margin-strip.csv"), "utf8");
      expect(rows.trim().split("\n")).toHaveLength(1 + 72);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
