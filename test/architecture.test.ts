import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { computed, importsOf, namesOf, packageOf, readImports, unrepeatable } from "./imports.js";

const src = fileURLToPath(new URL("../src/", import.meta.url));
const relative = (file: string) => path.relative(src, file).split(path.sep).join("/");
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
  .map((name) => path.join(src, name));

/** The source file that a relative import names. */
function target(from: string, specifier: string): string {
  return path.resolve(path.dirname(from), specifier).replace(/\.js$/, ".ts");
}

/** Files at the top that everything may import: they know of nothing else. */
const foundations = ["csvText.ts", "errors.ts", "packageFolder.ts", "perObject.ts"];

/**
 * What each part of src may import besides itself and the foundations. `engine/report/block.ts` is
 * what charts make and renderers draw, `engine/report/format.ts` how a number is written and
 * `engine/report/widestText.ts` how much room a text takes, so they lie below charts. The engine runs notebooks and makes reports and sites of whatever project:
 * it imports no part that knows of ratings or councils.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(foundations.map((file) => [file, []])),
  disk: [],
  datapackage: ["disk"],
  statistics: [],
  ratings: ["statistics"],
  block: [],
  "engine/report": ["disk", "block"],
  "engine/notebook": ["disk", "block", "engine/report"],
  "engine/controls": ["block", "engine/notebook"],
  "engine/site": ["block", "engine/report", "engine/notebook"],
  "councils/data": ["disk", "datapackage", "ratings"],
  "councils/bring": ["datapackage", "ratings", "councils/data"],
  "councils/frames": ["ratings", "councils/data"],
  "councils/analysis": ["statistics", "ratings", "councils/data"],
  "councils/claims": ["statistics", "ratings", "councils/data", "councils/analysis"],
  "councils/findings": [
    "block",
    "ratings",
    "councils/data",
    "councils/analysis",
    "councils/claims",
  ],
  "councils/charts": [
    "councils/findings",
    "block",
    "ratings",
    "councils/data",
    "councils/analysis",
    "councils/claims",
  ],
  "councils/tables": [
    "councils/findings",
    "block",
    "ratings",
    "councils/data",
    "councils/analysis",
    "councils/claims",
    "councils/charts",
  ],
  "councils/pages": [
    "block",
    "engine/report",
    "councils/data",
    "councils/analysis",
    "councils/findings",
  ],
  services: ["disk", "ratings", "councils/data"],
  "cqc/parse": ["datapackage", "ratings", "councils/data"],
  "cqc/refresh": ["disk", "datapackage", "ratings", "councils/data", "cqc/parse"],
  "index.ts": ["*"],
  "live.ts": ["engine/notebook", "councils/data", "councils/pages"],
  "project.ts": [
    "live.ts",
    "engine/notebook",
    "councils/data",
    "councils/pages",
    "index.ts",
    "sqlTables.ts",
  ],
  "sqlTables.ts": ["councils/frames"],
  "notebook.ts": ["councils/data", "councils/pages"],
  "notebookNode.ts": ["councils/data", "councils/pages"],
  "runNotebook.ts": ["*"],
  "reportWorker.ts": ["engine/notebook", "project.ts"],
  "node.ts": ["*"],
  cli: ["*"],
};

/** The parts that only the command line and what the package exports may import. */
const top = ["cli", "index.ts", "node.ts"];

/** The part of src that a file belongs to: of the larger wings, the folder in it. */
function partOf(file: string): string {
  const name = relative(file);
  if (
    ["block", "format", "givenRows", "proseNode", "widestText"]
      .map((part) => `engine/report/${part}.ts`)
      .includes(name)
  )
    return "block";
  const [wing, room] = name.split("/");
  return ["councils", "cqc", "engine"].includes(wing) ? `${wing}/${room}` : wing;
}

/** Whether the files of a part may import those of another. */
function allows(part: string, other: string): boolean {
  if (part === other || foundations.includes(other)) return true;
  return mayImport[part].includes(other) || (mayImport[part].includes("*") && !top.includes(other));
}

describe("the parts of src", () => {
  it("are those that are known", () => {
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) expect(Object.keys(mayImport)).toContain(partOf(file));
  });

  it("depend on each other in one direction", () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter(({ specifier }) => specifier.startsWith("."))
        .map(({ specifier }) => target(file, specifier))
        .filter((imported) => !allows(partOf(file), partOf(imported)))
        .map((imported) => `${relative(file)} imports ${relative(imported)}`),
    );
    expect(wrong).toEqual([]);
  });

  it("have no file that imports itself by way of others", () => {
    const circles = files.filter((file) =>
      importsOf(file)
        .filter(({ specifier, typeOnly }) => specifier.startsWith(".") && !typeOnly)
        .some(({ specifier }) => reach(target(file, specifier)).files.has(file)),
    );
    expect(circles.map(relative)).toEqual([]);
  });

  it("depend on no clock, no chance but a seed, and no reader's language", () => {
    const wrong = files.flatMap((file) =>
      unrepeatable(file).map((code) => `${relative(file)}: ${code}`),
    );
    // A refresh notes when it read a page. The clock is passed in from one file of the command line.
    // A cell may ask for the moment, and is told that its report then differs; what moves has a
    // time of its own, and stands in for the process's.
    // While notebooks run, whoever draws by chance is noticed, in whatever package.
    const noticed = "engine/notebook/headlessGlobals.ts: Math.random";
    expect(wrong.sort()).toEqual([
      "cli/clock.ts: new Date()",
      "engine/notebook/headlessFrames.ts: performance.now",
      noticed,
      noticed,
      "engine/notebook/moment.ts: Date.now",
    ]);
    const readers = files.filter((file) =>
      importsOf(file).some(({ specifier }) => specifier.endsWith("/clock.js")),
    );
    expect(readers.map(relative)).toEqual(["cli/refresh.ts", "cli/services.ts"]);
  });

  it("below the command line read no arguments, print nothing and exit nowhere", () => {
    const wrong = files
      .filter((file) => partOf(file) !== "cli")
      .filter((file) =>
        /\bprocess\.(argv|exit|exitCode|stdout|stderr)\b|\bconsole\./.test(
          readFileSync(file, "utf8").replace(/\/\*[^]*?\*\/|\/\/.*/g, ""),
        ),
      );
    expect(wrong.map(relative)).toEqual([]);
  });

  it("import no data frame library", () => {
    const wrong = files.filter((file) =>
      importsOf(file).some(({ specifier }) =>
        ["arquero", "danfojs", "danfojs-node"].includes(packageOf(specifier)),
      ),
    );
    expect(wrong.map(relative)).toEqual([]);
  });

  it("compute the name of a module nowhere but in what runs people's own files", () => {
    const wrong = files
      .filter((file) => importsOf(file).some(({ specifier }) => specifier === computed))
      .filter((file) => partOf(file) !== "engine/notebook");
    expect(wrong.map(relative)).toEqual(["cli/claimWorker.ts"]);
  });

  it("import only packages that an installed ninefold has", () => {
    const { dependencies, peerDependencies } = JSON.parse(
      readFileSync(path.join(src, "../package.json"), "utf8"),
    ) as Record<"dependencies" | "peerDependencies", Record<string, string>>;
    const packages = new Set(
      files.flatMap((file) =>
        importsOf(file)
          .filter(({ specifier, typeOnly }) => !/^(\.|node:)/.test(specifier) && !typeOnly)
          .filter(({ specifier }) => specifier !== computed)
          .map(({ specifier }) => packageOf(specifier)),
      ),
    );
    for (const name of packages) {
      if (Object.hasOwn(dependencies, name)) continue;
      // What an author installs besides is loaded where a cell asks for it.
      expect(Object.keys(peerDependencies)).toContain(name);
      const users = files.filter((file) =>
        importsOf(file).some(
          ({ specifier, typeOnly }) => !typeOnly && packageOf(specifier) === name,
        ),
      );
      const lazy = /^engine\/notebook\/(?:files|libraries|sql)\//;
      for (const file of users) expect(relative(file)).toMatch(lazy);
    }
  });
});

/** What a file loads when it runs: every file, and every module from elsewhere, by who loads it. */
function reach(start: string): { files: Set<string>; modules: Map<string, string> } {
  const reached = { files: new Set<string>(), modules: new Map<string, string>() };
  const visit = (file: string): void => {
    if (reached.files.has(file)) return;
    reached.files.add(file);
    for (const { specifier, typeOnly } of importsOf(file)) {
      if (typeOnly) continue;
      if (specifier.startsWith(".")) visit(target(file, specifier));
      else reached.modules.set(specifier, relative(file));
    }
  };
  visit(start);
  return reached;
}

/** The lines of a wing's files that say what it must not know, in code or in comment. */
function linesIn(wing: string, pattern: RegExp): string[] {
  return files
    .filter((file) => relative(file).startsWith(`${wing}/`))
    .flatMap((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .flatMap((line, i) =>
          pattern.test(line) ? [`${relative(file)}:${i + 1}: ${line.trim()}`] : [],
        ),
    );
}

describe("the engine", () => {
  it("names no council, no rating and no regulator, in code or in comment", () => {
    const wrong = linesIn("engine", /council|\bratings?\b|\bscores?\b|assessment|\bcqc\b|ofsted/i);
    expect(wrong).toEqual([]);
  });
});

describe("the ratings", () => {
  it("name no council, no regulator, no word and no total of one scheme, in code or in comment", () => {
    const wrong = linesIn(
      "ratings",
      /council|\bcqc\b|ofsted|\bquality statement|\b36\b|\bGood\b|Inadequate|Outstanding|Requires improvement/,
    );
    expect(wrong).toEqual([]);
  });
});

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

describe("the public interface", () => {
  /** Packages that run in a browser, without Node and without compiling text into code. */
  const browserSafe = [
    "@observablehq/plot",
    "jstat",
    "mdast-util-from-markdown",
    "mdast-util-gfm",
    "micromark",
    "micromark-extension-gfm",
    "pure-rand",
    "vega",
    "vega-interpreter",
    "vega-lite",
  ];

  it("reaches only what runs in a browser", () => {
    const { files: reached, modules } = reach(path.join(src, "index.ts"));
    expect([...reached].map(relative)).toContain("councils/analysis/select.ts");
    for (const file of reached) expect(existsSync(file), relative(file)).toBe(true);
    const wrong = [...modules].filter(([name]) => !browserSafe.includes(packageOf(name)));
    expect(wrong.map(([name, file]) => `${file} imports ${name}`)).toEqual([]);
  });

  it("uses no global of Node", () => {
    const ofNode =
      "process Buffer global require module exports __dirname __filename setImmediate".split(" ");
    const wrong = [...reach(path.join(src, "index.ts")).files].flatMap((file) => {
      const names = namesOf(file);
      return ofNode.filter((name) => names.has(name)).map((name) => `${relative(file)}: ${name}`);
    });
    expect(wrong).toEqual([]);
  });
});

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
