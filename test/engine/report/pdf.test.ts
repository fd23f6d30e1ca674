import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { ExpectedError } from "../../../src/errors.js";
import { prose, toProse } from "../../../src/engine/report/block.js";
import type { Figure } from "../../../src/engine/report/block.js";
import { renderPdf } from "../../../src/engine/report/pdf.js";
import { everything, hostile, madeFigure, madeReport, madeTable, manyRows, svg } from "./made.js";
import { openPdf, pagesOf } from "./openPdf.js";

const date = "2026-01-01";
const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

const fontsOf = (text: string) =>
  [...new Set([...text.matchAll(/\/FontName ?\/\w+\+([\w-]+)/g)].map(([, name]) => name))].sort();

const blocks = [
  prose`Opening words, **bold**, *italic*, ***both***, \`code\`, [link](https://example.org).`,
  madeFigure({ svg: [svg, svg] }),
  toProse("## Part\n\n1. a\n2. b\n   - c\n\n> quoted  \n> lines\n\n---"),
  madeTable(),
  { kind: "control", label: "Set", value: "complete" } as const,
];

describe("renderPdf", () => {
  it("exports a tagged PDF/UA-1 with title, language, headings, alt text and header cells", async () => {
    const text = openPdf(
      await renderPdf(madeReport(blocks), { date, footer: toProse("## How to cite\n\nx") }),
    );
    expect(text).toMatch(/^%PDF-1\.7/);
    expect(text).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(text).toMatch(/\/Lang ?\(en-GB\)/);
    expect(text).toContain("A made-up report");
    expect(text).toMatch(/\/MarkInfo/);
    for (const tag of ["H1", "H2", "Figure", "Table", "TH", "TD", "L", "Link", "Caption"])
      expect(text, tag).toMatch(new RegExp(`/S ?/${tag}\\b`));
    expect(text).toContain("Two bars: 2 councils Good, 1 Requires improvement.");
  });

  // The made-up picture asks for a font that Typst carries with it.
  it("tags the first cell of each row as that row's header, by its scope", async () => {
    // A row of a header and two rows below it: two headers of rows, no list that names one alone.
    const text = openPdf(
      await renderPdf(madeReport([madeTable({ data: manyRows(2, 3) })]), { date }),
    );
    const cells = (kind: string) => [...text.matchAll(new RegExp(`/S /${kind}\\n`, "g"))].length;
    expect(text.match(/\/Scope \/Row/g)).toHaveLength(2);
    expect(text.match(/\/Scope \/Column/g)).toHaveLength(4);
    expect([cells("TH"), cells("TD")]).toEqual([6, 6]);
    expect(text).not.toMatch(/\/Headers \[\(/);
  });

  it("uses the project's fonts alone, in pictures too", async () => {
    const fonts = fontsOf(openPdf(await renderPdf(madeReport(blocks), { date })));
    expect(fonts).toEqual([
      "SourceCodePro-Regular",
      "SourceSans3-Bold",
      "SourceSans3-BoldItalic",
      "SourceSans3-Italic",
      "SourceSans3-Regular",
    ]);
  });

  it("gives the same bytes in this process, in others, and with other fonts on the machine", async () => {
    const report = madeReport([
      ...blocks.slice(0, 3),
      madeTable({ caption: everything, data: manyRows(5, 3) }),
    ]);
    const here = hash(await renderPdf(report, { date }));
    expect(hash(await renderPdf(report, { date }))).toBe(here);
    const dir = mkdtempSync(join(tmpdir(), "ninefold-pdf-"));
    try {
      // A machine without fonts: fontconfig is pointed at an empty folder.
      mkdirSync(join(dir, "none"));
      const config = join(dir, "fonts.conf");
      writeFileSync(
        config,
        `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${dir}/none</dir></fontconfig>`,
      );
      const script = fileURLToPath(new URL("./pdfHash.ts", import.meta.url));
      const run = promisify(execFile);
      for (const env of [process.env, { ...process.env, FONTCONFIG_FILE: config }]) {
        const child = await run(
          process.execPath,
          ["--import", "tsx", script, JSON.stringify(report)],
          { env },
        );
        expect(child.stdout).toBe(here);
      }
    } finally {
      rmSync(dir, { recursive: true });
    }
  });

  it.each(hostile.map((text, i) => [i, text] as const))(
    "prints hostile text %i",
    async (i, text) => {
      const report = madeReport(
        [
          madeFigure({
            title: text,
            subtitle: text,
            alt: text,
            caption: text,
            source: text,
            svg: svg.replace("Good", text.replace(/&/g, "&amp;").replace(/</g, "&lt;")),
          }),
          madeTable({
            caption: text,
            scope: text,
            source: text,
            data: { columns: [{ key: "a", label: text }], rows: [{ a: text }] },
          }),
          prose`Council ${text} and **${text}**`,
          { kind: "control", label: text, value: text },
        ],
        { id: `hostile-${i}`, title: text, about: [text] },
      );
      expect(pagesOf(openPdf(await renderPdf(report, { date })))).toBeGreaterThan(0);
    },
  );

  it("prints an empty report, an empty table and long ones over pages", async () => {
    const pages = async (...some: Parameters<typeof madeReport>[0]) =>
      pagesOf(openPdf(await renderPdf(madeReport(some), { date })));
    expect(await pages()).toBe(1);
    const none = { columns: [{ key: "a", label: "A" }], rows: [] };
    expect(await pages(madeTable({ n: 0, data: none }))).toBe(1);
    expect(await pages(madeTable({ data: manyRows(150, 3) }))).toBeGreaterThanOrEqual(3);
    expect(await pages(madeTable({ data: manyRows(150, 11) }))).toBeGreaterThanOrEqual(4);
    expect(await pages(madeTable({ data: manyRows(161, 3) }))).toBe(1);
  });

  it("refuses a figure without alternative text, in one line that names the report", async () => {
    const silent: Figure = { ...madeFigure(), alt: "" };
    const run = renderPdf(madeReport([silent]), { date });
    await expect(run).rejects.toBeInstanceOf(ExpectedError);
    await expect(run).rejects.toThrow(/^made-up\.pdf: PDF\/UA-1 error: missing alt text$/);
    // The compiler is whole after a refusal.
    expect((await renderPdf(madeReport(blocks), { date })).length).toBeGreaterThan(1000);
  });

  it("refuses a picture that is not SVG in one line", async () => {
    const run = renderPdf(madeReport([madeFigure({ svg: "<svg><g></svg>" })]), { date });
    await expect(run).rejects.toBeInstanceOf(ExpectedError);
    await expect(run).rejects.toThrow(/^made-up\.pdf: failed to parse SVG [^\n]+$/);
  });
});
