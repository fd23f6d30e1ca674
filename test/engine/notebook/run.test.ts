import path from "node:path";
import { describe, expect, test } from "vitest";
import { runNotebook } from "../../../src/runNotebook.js";
import { casesFolder, options } from "./cases.js";

const pass = (name: string) => path.join(casesFolder, "pass", name);
const prose = (markdown: string) => ({ kind: "prose", markdown });

describe("a notebook's blocks", () => {
  test("stand in the order of the cells, whatever the order of running", async () => {
    const report = await runNotebook(pass("order.html"), options);
    expect(report.id).toBe("order");
    expect(report.title).toBe("Cells in any order & their values");
    // It reads none of the data, so there is nothing to know of them.
    expect(report.about).toEqual([]);
    // n = 3, so total = 6 and later = 7; pair.left + pair.right + Side.Left = 1 + 3 + 7; the cell
    // whose script is "</script>" has 9 characters. Text is escaped, numbers are as they are.
    expect(report.blocks).toEqual([
      prose("## A \\< B \\*and\\* C has 3 councils\n\nThe sum is 6 of 7."),
      prose("3.5"),
      prose("first"),
      prose("7"),
      prose("11"),
      prose("1"),
      prose("2 two 640"),
      prose("**A \\< B \\*and\\* C**"),
      prose("9"),
      prose("Whole: 9. \\* `a\\b`"),
    ]);
  });

  test("state a control's default, and cells read it; files and modules are the notebook's", async () => {
    const { blocks, about } = await runNotebook(pass("views.html"), options);
    expect(about[0]).toContain("Data as at");
    expect(blocks.slice(0, 6)).toEqual([
      { kind: "control", label: "Points", value: "2" },
      { kind: "control", label: "Word", value: "Good" },
      { kind: "control", label: "Formal only", value: "yes" },
      { kind: "control", label: "Council", value: "everything" },
      prose("2 and 76.5."),
      // data/facts.json has 18 bytes, its line end included.
      prose("Good, true, 0, 153, 18, complete"),
    ]);
    // The made-up council scores 2, 2 and seven times 3.
    expect(blocks[6]).toMatchObject({ kind: "table", n: 1, data: { rows: [{ sum: 25 }] } });
    expect(blocks).toHaveLength(7);
  });

  test("are titled by what a cell shows, which is no block of the report", async () => {
    const report = await runNotebook(pass("titled.html"), options);
    expect(report.title).toBe("Council 1 & its <nine> scores");
    expect(report).toMatchObject({ about: ["Known & <shown>."], isCompact: true });
    expect(report.blocks).toEqual([
      { kind: "control", label: "Council", value: "council 1" },
      prose("This page is about Council 1."),
    ]);
  });

  test("are the same when runs overlap or follow each other", async () => {
    const file = pass("views.html");
    const [one, two] = await Promise.all([runNotebook(file, options), runNotebook(file, options)]);
    expect(two).toEqual(one);
    expect(await runNotebook(file, options)).toEqual(one);
  });
});

test("a run gives the globals back, whether it passes or fails", async () => {
  const before = Object.getOwnPropertyDescriptors(globalThis);
  await runNotebook(pass("order.html"), options);
  await runNotebook(path.join(casesFolder, "fail", "throws.html"), options).catch(() => undefined);
  expect(Object.getOwnPropertyDescriptors(globalThis)).toEqual(before);
  expect("document" in globalThis).toBe(false);
});

test("a page's globals are all there while a notebook runs", async () => {
  const { blocks } = await runNotebook(pass("page.html"), options);
  expect(blocks).toEqual([prose("true, true, true, 3")]);
});

test("the source of a pinned cell stands below what it shows, where that is asked for", async () => {
  const blocksOf = async (showsSource: boolean) =>
    (await runNotebook(pass("pinned.html"), { ...options, showsSource })).blocks.map((block) =>
      block.kind === "prose" ? block.markdown : block.kind === "content" && block.nodes,
    );
  const source = [{ type: "code", value: "const ten = 4 + 6;\ndisplay(ten);" }];
  expect(await blocksOf(true)).toEqual(["10", source, "The end."]);
  expect(await blocksOf(false)).toEqual(["10", "The end."]);
});
