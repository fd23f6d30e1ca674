import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { files, relative, src } from "./sources.js";

describe("the map in CONTRIBUTING.md", () => {
  /** The folders that an indented list names, each by its path. */
  function foldersOf(list: string): string[] {
    const above: string[] = [];
    return list.split("\n").flatMap((line) => {
      const match = /^( *)(\w+)\/ +\S/.exec(line) ?? /^( *)(\w+)\/$/.exec(line);
      if (!match) return [];
      above.splice(match[1].length / 2, Infinity, match[2]);
      return [above.join("/")];
    });
  }

  it("names every folder of src, and no other", () => {
    const text = readFileSync(path.join(src, "../CONTRIBUTING.md"), "utf8");
    const [, map] = /## The shape\n\n```\n([^`]*)```/.exec(text)!;
    const named = foldersOf(map).filter((folder) => folder.startsWith("src/"));
    const folders = new Set(files.map((file) => `src/${path.posix.dirname(relative(file))}`));
    folders.delete("src/.");
    const all = [...folders].flatMap((folder) =>
      folder.split("/").map((_, i, parts) => parts.slice(0, i + 1).join("/")),
    );
    expect(named.sort()).toEqual([...new Set(all)].filter((name) => name !== "src").sort());
  });
});
