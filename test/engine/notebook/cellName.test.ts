import { expect, test } from "vitest";
import { nameInSource } from "../../../src/engine/notebook/cellName.js";
import { compileNotebook } from "../../../src/engine/notebook/compileNotebook.js";
import { nearest } from "../../../src/engine/notebook/nearest.js";
import { importNotebookKit } from "../../../src/engine/notebook/notebookKit.js";
import { parseNotebook } from "../../../src/engine/notebook/readNotebook.js";

async function namesOf(...cells: readonly string[]): Promise<string[]> {
  const kit = await importNotebookKit();
  const page = `<notebook><title>Made up</title>${cells.join("\n")}</notebook>`;
  const { compiled } = await compileNotebook(parseNotebook(page, "made-up.html", kit));
  return compiled.map(({ cell }) => cell.name);
}

test("a cell has the name that its author would give it", async () => {
  const names = await namesOf(
    '<script id="1" type="module">const rows = [1]; let n = rows.length;</script>',
    '<script id="2" type="module">import {count} from "ninefold"; const {a, b: [c]} = rows;</script>',
    '<script id="3" type="module">const d = 1, e = 2, f = 3, g = 4;</script>',
    '<script id="4" type="module">import {list} from "ninefold";</script>',
    '<script id="chart" type="module">display(n)</script>',
    '<script type="module">display(n)</script>',
    '<script id="9" type="module" output="total">n + 1</script>',
    '<script id="10" type="text/markdown">\n    Prose.\n\n    ## What this shows ##\n  </script>',
    '<script id="11" type="text/markdown">Prose alone, with a # in it.</script>',
    '<script id="12" type="text/x-typescript">const typed: number = 1;</script>',
  );
  expect(names).toEqual([
    ...["rows, n", "a, c", "d, e, f …", "4", "chart", "6", "total"],
    ...['"What this shows"', "11", "typed"],
  ]);
});

test("one that does not parse has the name that its source shows, a long heading a part of it", () => {
  const js = { mode: "js", output: undefined, id: "3" } as const;
  expect(nameInSource({ ...js, value: "const rows = ;\nif (rows) { const inner = 1; }" })).toBe(
    "rows",
  );
  expect(nameInSource({ ...js, value: "1 +" })).toBe("3");
  const md = { mode: "md", output: undefined, id: "3" } as const;
  expect(nameInSource({ ...md, value: "<h2 class='x'>In <b>HTML</b></h2>" })).toBe('"In HTML"');
  const long = nameInSource({ ...md, value: `# ${"word ".repeat(30)}` });
  expect(long).toMatch(/^"(word )+\w*…"$/);
  expect(long.length).toBeLessThanOrEqual(62);
});

test("the nearest name is found, and none where none is near", () => {
  const names = ["gss_code", "gssCode", "rating", "region", "sum"];
  expect(nearest("gss_kode", names)).toBe("gss_code");
  expect(nearest("GSSCODE", names)).toBe("gssCode");
  expect(nearest("ratting", names)).toBe("rating");
  expect(nearest("regoin", names)).toBe("region");
  expect(nearest("smu", names)).toBe("sum");
  expect(nearest("population", names)).toBeUndefined();
  expect(nearest("x", names)).toBeUndefined();
  expect(nearest("a", [])).toBeUndefined();
});
