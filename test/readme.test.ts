import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readDataset, runNotebook } from "../src/node.js";
import { expectCommands } from "./commands.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const documents = ["README.md", "CONTRIBUTING.md"].map((name) => ({
  name,
  text: readFileSync(path.join(root, name), "utf8"),
}));
const [readme] = documents;

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
      expect(await expectCommands(shell)).toBeGreaterThan(3);
    },
  );

  it.each(documents)("$name links only to files that are there", ({ text }) => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((m) => m[1]);
    for (const link of links) expect(existsSync(path.join(root, link)), link).toBe(true);
  });

  it("README.md shows a notebook that runs", async () => {
    const [notebook] = codeOf(readme.text, "html");
    const folder = mkdtempSync(path.join(tmpdir(), "ninefold-test-"));
    try {
      const file = path.join(folder, "mine.html");
      writeFileSync(file, notebook);
      const params = { set: "complete", council: null } as const;
      const { title, blocks } = await runNotebook(file, { dataset: readDataset(), params });
      expect(title).toBe("Councils near a higher word");
      expect(blocks.map(({ kind }) => kind)).toEqual(["prose", "figure"]);
      // Four councils of the complete set have the highest sum that is Requires improvement.
      expect(blocks[0]).toMatchObject({
        markdown: expect.stringContaining(
          "4 of 72 councils are one point from a higher word.",
        ) as string,
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
