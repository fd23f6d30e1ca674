import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { namesOf, packageOf } from "../imports.js";
import { reach, relative, src } from "./sources.js";

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
