import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prose, toProse } from "../../../src/engine/report/block.js";
import { toTypst } from "../../../src/engine/report/typst.js";
import { breakable, tableLayout, unbroken } from "../../../src/engine/report/typstTable.js";
import { coveredText, literal, svgForTypst } from "../../../src/engine/report/typstText.js";
import { everything, hostile, madeFigure, madeReport, madeTable, manyRows, svg } from "./made.js";

const ascii = (codePoint: number) => codePoint < 0x7f;
const typst = (blocks: Parameters<typeof madeReport>[0], change = {}) =>
  toTypst(madeReport(blocks, change), { date: "2026-01-01", covers: ascii });

/** The source without its string literals: what Typst takes as code and markup. */
const code = (source: string) => source.replace(/"(?:[^"\\]|\\.)*"/gs, '""');

describe("text for Typst", () => {
  it("is one string literal, whatever it holds", () => {
    expect(literal('a "b" \\ #c\nd')).toBe('"a \\"b\\" \\\\ #c\\nd"');
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(literal(text)).toMatch(/^"(?:[^"\\]|\\["\\nt])*"$/s);
      }),
    );
  });

  it("has only what the fonts can draw", () => {
    expect(coveredText("é \u{1f469}\u200d\u{1f467} \u00a0a\u0000", ascii)).toBe("□ □□  a□");
  });

  it("composes marks, and boxes those that join no letter", () => {
    const all = () => true;
    expect(coveredText("e\u0301", all)).toBe("\u00e9");
    expect(coveredText("e\u0301\u0301\u0301 zalgo", all)).toBe("\u00e9□□ zalgo");
    expect(coveredText("a\ufe0fb", ascii)).toBe("ab");
  });

  it("gives every picture the PDF's font and no other character", () => {
    const out = svgForTypst(
      '<svg><text font-family="X">&#233;&#xE9;é &#60; &lt;</text></svg>',
      ascii,
    );
    expect(out).toContain(">□□□ &#60; &lt;</text>");
    expect(out).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg">/);
    expect(out).toMatch(/font-family: "Source Sans 3" !important; }<\/style><\/svg>$/);
  });
});

describe("toTypst", () => {
  it("lets no text become code or markup", () => {
    const plainText = "plain";
    const blocks = (text: string) => [
      madeFigure({
        title: text,
        subtitle: text,
        alt: text,
        caption: text,
        source: text,
        data: { columns: [{ key: "a", label: text }], rows: [{ a: text }] },
      }),
      madeTable({
        caption: text,
        scope: text,
        source: text,
        data: { columns: [{ key: "a", label: text }], rows: [{ a: text }] },
      }),
      prose`${text} **${text}** *${text}*`,
      { kind: "control", label: text, value: text } as const,
    ];
    const shape = (text: string) =>
      code(typst(blocks(text), { title: text, about: [text] }))
        // Column widths follow the text.
        .replace(/columns: \([\d.]+pt,\)/, "columns")
        .replace(/size: \d+pt\)\nset par/, "size");
    for (const text of [...hostile, everything]) expect(shape(text)).toBe(shape(plainText));
  });

  it("has the same headings as the page", () => {
    const source = typst([
      madeFigure({ id: "a" }),
      toProse("#### Too deep"),
      madeFigure({ id: "b" }),
      toProse("## Two again"),
    ]);
    const levels = [...source.matchAll(/^#heading\(level: (\d)/gm)].map(([, level]) => level);
    expect(levels).toEqual(["1", "2", "2", "3", "2"]);
  });

  it("keeps a figure with its title and source, and a table with what it is of", () => {
    const source = typst([madeFigure({ svg: [svg, svg] }), toProse("Between"), madeTable()]);
    const parts = source.split('#floating("').slice(1);
    expect(parts.map((part) => /Most councils are Good/.test(part))).toEqual([true, false, false]);
    const whole = parts.map((part) => part.slice(0, part.indexOf("\n]);")));
    expect(whole[0]).toContain("#subtitle[");
    expect(whole[1]).toMatch(/#figure\(image[^]*caption:[^]*#source\[/);
    expect(whole[2]).toMatch(/table\.header[^]*caption:[^]*#source\[[^]*All three councils\./);
    expect(whole.join()).not.toContain("Between");
  });

  it("keeps a table of up to 26 rows of one line with what it is of, unmeasured", () => {
    const frame = (rows: Parameters<typeof madeTable>[0]) =>
      /#(floating|kept|parted)[[(]["\n]/.exec(typst([madeTable(rows)]))?.[1];
    expect(frame({ data: manyRows(20, 3) })).toBe("floating");
    expect(frame({ data: manyRows(26, 3) })).toBe("kept");
    expect(frame({ data: manyRows(27, 3) })).toBe("parted");
    // Eleven columns take a turned page.
    expect(frame({ data: manyRows(25, 11) })).toBe("parted");
    const long = {
      columns: [{ key: "a", label: "A" }],
      rows: manyRows(25, 1).rows.map(() => ({ a: "long ".repeat(60) })),
    };
    expect(frame({ data: long })).toBe("parted");
  });

  it("draws no line between the columns of a table", () => {
    expect(typst([madeTable()])).toContain("stroke: (rest: none, bottom: ");
  });

  it("moves a figure that does not fit, unless it stands below a heading", () => {
    const source = typst([toProse("## Part"), madeFigure(), madeFigure({ id: "b" })]);
    expect(source).toMatch(/#place\.flush\(\);\n#heading\(level: 2\)\[#"Part"/);
    expect([...source.matchAll(/#floating\("at_(\w+)"/g)].map(([, id]) => id)).toEqual(["b_0"]);
  });

  it("sets what a report finds, its numbers and its figures' numbers apart", () => {
    const source = typst([
      toProse("**Half of 12 towns.** That is 6.", "lead"),
      toProse("- **6** towns\n- **12** in all", "tiles"),
      madeFigure(),
    ]);
    expect(source).toContain('#lead[#strong[#"Half of 12 towns.";];#"That is 6.";];');
    expect(source).toMatch(/#tiles\(\[#strong\[#"6";\];#"towns";\], \[/);
    expect(source).toContain("#numbered[Figure 1];");
  });

  it("breaks a word that no line could hold", () => {
    const report = madeReport([toProse("a".repeat(90))]);
    const source = toTypst(report, { date: "2026-01-01", covers: () => true });
    expect(source).toContain(["a".repeat(20), "a".repeat(20)].join("\u200b"));
  });

  it("prints no choice, and sets a compact report small", () => {
    const choice = { kind: "control", label: "Council", value: "Atlantis" } as const;
    expect(typst([choice])).not.toContain("Atlantis");
    const sizes = (source: string) =>
      [...source.matchAll(/size: ([\d.]+)pt/g)].map(([, size]) => Number(size));
    const [usual, compact] = [false, true].map((isCompact) =>
      sizes(typst([madeTable({ data: manyRows(5, 3) })], { isCompact })),
    );
    expect(Math.max(...compact)).toBeLessThan(Math.max(...usual));
    // No text below 8 points.
    expect(Math.min(...compact)).toBe(8);
  });

  it("names the CSV of a figure, and of a table that is too large", () => {
    const options = {
      date: "2026-01-01",
      covers: ascii,
      links: ({ id }: { id: string }) => ({ csv: `made-up/${id}.csv` }),
    };
    const of = (block: Parameters<typeof madeReport>[0][number]) =>
      toTypst(madeReport([block]), options);
    expect(of(madeFigure())).toContain('#link("made-up/sums.csv")');
    expect(of(madeTable({ data: manyRows(160, 3) }))).toContain("Council number 160");
    const long = of(madeTable({ data: manyRows(161, 3) }));
    expect(long).toContain(
      "This table of 161 rows and 4 columns is too large for the page. It is in the CSV file.",
    );
    expect(long).not.toContain('Council number 1"');
    expect(of(madeTable({ data: manyRows(3, 60) }))).toContain(
      "This table of 3 rows and 61 columns",
    );
  });
});

describe("tableLayout", () => {
  const total = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, 0);

  it("sets a small table upright in full size", () => {
    expect(tableLayout(manyRows(5, 3))).toMatchObject({ size: 10, landscape: false });
    expect(tableLayout(manyRows(5, 3), [8])).toMatchObject({ size: 8, landscape: false });
  });

  it("takes smaller text, then turns the page, then gives up", () => {
    // "Statement" is estimated at 4.86 em and "Council" at 3.8, so at 8 points, with 10 points of
    // white space a column, 8 columns beside the first take 8 * 48.9 + 40.4 = 432 and 9 take 480.3
    // of the 481 points of an upright page.
    const layouts = [3, 9, 10, 11, 40].map((columns) => tableLayout(manyRows(5, columns)));
    expect(layouts.map((layout) => layout?.landscape)).toEqual([
      false,
      false,
      true,
      true,
      undefined,
    ]);
    for (const layout of layouts.slice(0, -1)) {
      expect(layout!.size).toBeGreaterThanOrEqual(8);
      // An A4 page less 20 mm on each side: 170 mm and 257 mm.
      expect(total(layout!.widths)).toBeLessThanOrEqual(
        ((layout!.landscape ? 257 : 170) / 25.4) * 72,
      );
    }
  });

  it("keeps an estimate and its interval on one line, and gives a header two", () => {
    expect(unbroken("5% (under 1% to 24%)")).toBe("5%\u00a0(under\u00a01%\u00a0to\u00a024%)");
    expect(unbroken("14 to 22, Requires improvement")).toBe("14 to 22, Requires improvement");
    expect(unbroken("York")).toBe("York");
    const label = "Requires improvement, 3 or 4";
    const rows = Array.from({ length: 9 }, () => ({
      a: 12,
      b: "67% (52% to 80%)",
      c: "x ".repeat(90),
    }));
    const columns = [
      { key: "a", label },
      { key: "b", label: "Share" },
      { key: "c", label: "Note" },
    ];
    const { size, widths } = tableLayout({ columns, rows })!;
    // "improvement," alone in the first, of which i r t and the comma are narrow and two m wide; the
    // whole measure in the second: 8 letters, 3 %, 5 narrow; 10 points of white space each.
    expect(widths[0]).toBeGreaterThanOrEqual((6 * 0.54 + 2 * 0.68 + 4 * 0.38) * size + 10);
    expect(widths[1]).toBeGreaterThanOrEqual((7 * 0.54 + 3 * 0.68 + 6 * 0.38) * size + 10);
  });

  it("breaks a word that no column could hold", () => {
    expect(breakable("x".repeat(30))).toBe(`${"x".repeat(12)}\u200b${"x".repeat(12)}\u200bxxxxxx`);
    expect(breakable("Kensington and Chelsea")).toBe("Kensington and Chelsea");
    const long = { columns: [{ key: "a", label: "A" }], rows: [{ a: "x".repeat(3000) }] };
    expect(total(tableLayout(long)!.widths)).toBeLessThanOrEqual(481);
  });
});
