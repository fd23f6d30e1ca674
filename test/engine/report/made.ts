import { toFigure, toTable } from "../../../src/engine/report/block.js";
import type {
  Block,
  FigureSpec,
  Figure,
  Report,
  Table,
  TableSpec,
} from "../../../src/engine/report/block.js";

export const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="120" viewBox="0 0 320 120"><rect width="100" height="40" fill="#12436D"/><text x="10" y="80" font-family="DejaVu Sans Mono" font-size="14">Good</text></svg>';

/** A figure of two bars. */
export function madeFigure(change: Partial<FigureSpec> = {}): Figure {
  return toFigure({
    unit: "assessment",
    id: "sums",
    title: "Most councils are Good",
    subtitle: "Councils by word, number, 3 councils",
    alt: "Two bars: 2 councils Good, 1 Requires improvement.",
    caption: "Each bar counts councils.",
    source: "Care Quality Commission.",
    n: 3,
    data: {
      columns: [
        { key: "word", label: "Word" },
        { key: "n", label: "Councils" },
      ],
      rows: [
        { word: "Good", n: 2 },
        { word: "Requires improvement", n: 1 },
      ],
    },
    svg,
    ...change,
  });
}

export function madeTable(change: Partial<TableSpec> = {}): Table {
  return toTable({
    unit: "assessment",
    id: "words",
    caption: "Councils by word",
    scope: "All three councils.",
    source: "Care Quality Commission.",
    n: 3,
    data: {
      columns: [
        { key: "word", label: "Word" },
        { key: "share", label: "Share, %", format: (value) => value.toFixed(1) },
      ],
      rows: [
        { word: "Good", share: 66.66666 },
        { word: "Inadequate", share: null },
      ],
    },
    ...change,
  });
}

export function madeReport(blocks: readonly Block[], change: Partial<Report> = {}): Report {
  return {
    id: "made-up",
    title: "A made-up report",
    about: ["Three made-up councils."],
    blocks,
    ...change,
  };
}

/** Rows of one text and several numbers, as a table of councils has. */
export function manyRows(rows: number, columns: number): Table["data"] {
  const numbers = Array.from({ length: columns }, (_, i) => ({
    key: `c${i}`,
    label: `Statement ${i + 1}`,
  }));
  return {
    columns: [{ key: "name", label: "Council" }, ...numbers],
    rows: Array.from({ length: rows }, (_, r) => ({
      name: `Council number ${r + 1}`,
      ...Object.fromEntries(numbers.map(({ key }, c) => [key, 1 + ((r + c) % 4)])),
    })),
  };
}

/** Text that tries to be something else, in one renderer or another. */
export const hostile = [
  "<img src=x onerror=alert(1)>",
  "</script><script>alert(1)</script>",
  "</title></style></figure></table><svg onload=alert(1)>",
  '" onmouseover="alert(1)',
  "' autofocus onfocus='alert(1)",
  '#import "x"',
  '#read("package.json")',
  '"); panic("out") //',
  "$x$ *b* _i_ = heading <label> @ref `raw` // comment /* */ ~ --- \\ \\u{41}",
  "[a](javascript:alert(1)) ![b](x) **c**",
  "=cmd|' /C calc'!A0",
  "&lt;b&gt; &amp; &#60;",
  "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
  "a\u202eb\u2066c",
  "\u{1f600} \u{1f469}\u200d\u{1f467} \u6f22",
  "nul\u0000 bell\u0007 half\ud800",
  "x".repeat(300),
  "tab\tand\r\nlines\n\nof text",
] as const;

export const everything = hostile.join(" ");
