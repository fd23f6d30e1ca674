import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { circles } from "../../../src/engine/notebook/circles.js";
import type { CompiledCell } from "../../../src/engine/notebook/compileCell.js";
import { runNotebook } from "../../../src/runNotebook.js";
import { failureOf, options } from "./cases.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "ninefold-chains-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const many = 5000;

/** A notebook whose cell `i`, from 1, defines `c<i>`; then one that says the value of one of them. */
function chain(name: string, value: (i: number) => string, last: string): string {
  const cells = Array.from(
    { length: many },
    (_, k) => `  <script id="${k + 1}" type="module">const c${k + 1} = ${value(k + 1)};</script>`,
  );
  const file = path.join(folder, `${name}.html`);
  writeFileSync(
    file,
    `<!doctype html><notebook><title>${name}</title>
${cells.join("\n")}
  <script id="${many + 1}" type="text/markdown">
    The last is \${${last}}.
  </script>
</notebook>`,
  );
  return file;
}

test("a chain of thousands of cells runs, whichever way it stands", async () => {
  const says = [{ kind: "prose", markdown: `The last is ${many}.` }];
  const down = chain("down", (i) => (i === 1 ? "1" : `c${i - 1} + 1`), `c${many}`);
  expect((await runNotebook(down, options)).blocks).toEqual(says);
  const up = chain("up", (i) => (i === many ? "1" : `c${i + 1} + 1`), "c1");
  expect((await runNotebook(up, options)).blocks).toEqual(says);
});

test("a circle of thousands of cells is one line", async () => {
  const circle = chain("circle", (i) => `c${(i % many) + 1} + 1`, "c1");
  expect(await failureOf(circle)).toEqual([
    "circle.html:2:43: cell c1: circular definition of 5000 cells: c2 reads c3 reads c4 reads c5 reads c6 reads c7 reads c8 reads c9 reads c10 reads c11 reads …",
  ]);
});

test("each cell and each mention is looked at once, however many there are", () => {
  const looks = (n: number) => {
    let count = 0;
    const cells = Array.from({ length: n }, (_, i) => ({
      inputs: {
        keys: () => {
          count += 1;
          return [i === 0 ? `c${n - 1}` : `c${i - 1}`].values();
        },
      },
    })) as unknown as CompiledCell[];
    const definers = new Map(cells.map((cell, i) => [`c${i}`, cell]));
    expect(circles(cells, definers).map((group) => group.length)).toEqual([n]);
    return count;
  };
  expect(looks(4000)).toBe(4 * looks(1000));
});
