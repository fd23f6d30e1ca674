import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { computed, importsOf, packageOf, unrepeatable } from "../imports.js";
import { files, reach, relative, src, target } from "./sources.js";

/** Files at the top that everything may import: they know of nothing else. */
const foundations = [
  "csvText.ts",
  "errors.ts",
  "fileNumber.ts",
  "packageFolder.ts",
  "perObject.ts",
  "remembered.ts",
];

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
    "ratings",
    "councils/data",
    "councils/analysis",
    "councils/findings",
  ],
  "councils/site": [
    "datapackage",
    "block",
    "engine/report",
    "ratings",
    "councils/data",
    "councils/analysis",
    "councils/findings",
    "councils/charts",
    "councils/pages",
  ],
  services: [
    "disk",
    "datapackage",
    "statistics",
    "block",
    "ratings",
    "councils/data",
    "councils/analysis",
    "councils/findings",
    "councils/charts",
    "councils/tables",
  ],
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
    [
      "block",
      "blockId",
      "checkedBlock",
      "format",
      "givenRows",
      "prose",
      "proseNode",
      "views",
      "widestText",
    ]
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
      // What an author installs besides is loaded where a cell or a command asks for it.
      expect(Object.keys(peerDependencies)).toContain(name);
      const users = files.filter((file) =>
        importsOf(file).some(
          ({ specifier, typeOnly }) => !typeOnly && packageOf(specifier) === name,
        ),
      );
      const lazy = /^(?:engine\/notebook\/(?:files|libraries|sql)|services\/export)\//;
      for (const file of users) expect(relative(file)).toMatch(lazy);
    }
  });
});
