import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { computed, namesOf, packageOf, readImports, unrepeatable } from "../imports.js";

describe("reading code", () => {
  const read = <T>(text: string, by: (file: string) => T): T => {
    const folder = mkdtempSync(path.join(tmpdir(), "ninefold-code-"));
    writeFileSync(path.join(folder, "example.ts"), text);
    try {
      return by(path.join(folder, "example.ts"));
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it("finds what depends on the moment and the place", () => {
    const code = `new Date(); new Date(2025, 1); Date.now(); Math.random(); performance.now();
      a.localeCompare(b); a.localeCompare(b, "en"); n.toLocaleString(); n.toLocaleString("en-GB");
      // Date.now()
      const text = "Date.now()";`;
    expect(read(code, unrepeatable)).toEqual([
      "new Date()",
      "Date.now",
      "Math.random",
      "performance.now",
      "a.localeCompare(b)",
      "n.toLocaleString()",
    ]);
  });

  it("tells a name from a member, a comment and a text", () => {
    const code = `process?.exit(); const a = { global: Buffer }; b.require; // setImmediate()
      const text = "the rating process";`;
    expect([...read(code, namesOf)]).toEqual(["process", "a", "Buffer", "b", "text"]);
  });
});

describe("reading imports", () => {
  it("finds each form and tells types from values", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "ninefold-imports-"));
    const file = path.join(folder, "example.ts");
    writeFileSync(
      file,
      `import a from "a";
       import { type B } from "b/deep";
       import type { C } from "@c/c/deep";
       export * from "./d.js";
       export type { E } from "e";
       import "f";
       const g = () => import("node:g");
       type H = import("h").H;
       // import "not-a-comment";
       const text = 'import "not-a-string"';`,
    );
    try {
      const imports = readImports(file);
      expect(imports.map(({ specifier, typeOnly }) => [specifier, typeOnly])).toEqual([
        ["a", false],
        ["b/deep", false],
        ["@c/c/deep", true],
        ["./d.js", false],
        ["e", true],
        ["f", false],
        ["node:g", false],
        ["h", true],
      ]);
      expect(imports.map(({ specifier }) => packageOf(specifier)).slice(0, 3)).toEqual([
        "a",
        "b",
        "@c/c",
      ]);
      writeFileSync(file, "const name = 'x'; await import(name);");
      expect(readImports(file)).toEqual([{ specifier: computed, typeOnly: false }]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
