import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byOracle, scanned } from "./odsOracle.js";
import { odsFoot, odsHead, odsRow, odsTable } from "./months.js";

const wrap = (tables: string) => odsHead + tables + odsFoot;
const cell = (inner: string, attributes = "") =>
  `<table:table-cell ${attributes}>${inner}</table:table-cell>`;
const oneRow = (cells: string, attributes = "") =>
  wrap(
    `<table:table table:name="One"><table:table-row ${attributes}>${cells}</table:table-row></table:table>`,
  );

describe("rows of an ODS file", () => {
  const cases: Readonly<Record<string, readonly [xml: string, cells: readonly string[]]>> = {
    "spaces, tabs and line breaks": [
      oneRow(cell('<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p>')),
      ["a   b\tc\nd"],
    ],
    "two paragraphs": [oneRow(cell("<text:p>a</text:p><text:p>b</text:p>")), ["a\nb"]],
    "a note on a cell": [
      oneRow(
        cell("<office:annotation><text:p>a note</text:p></office:annotation><text:p>Good</text:p>"),
      ),
      ["Good"],
    ],
    "a date however it is shown": [
      oneRow(
        cell(
          "<text:p>31 May</text:p>",
          'office:value-type="date" office:date-value="2026-05-31T00:00:00"',
        ),
      ),
      ["2026-05-31"],
    ],
    "repeated and covered cells": [
      oneRow(
        `${cell("<text:p>a</text:p>", 'table:number-columns-repeated="2"')}<table:covered-table-cell/>${cell("<text:p>b</text:p>")}<table:table-cell table:number-columns-repeated="16380"/>`,
      ),
      ["a", "a", "", "b"],
    ],
    "links and spans": [
      oneRow(
        cell(
          '<text:p><text:a href="x">Requires</text:a> <text:span>improvement</text:span></text:p>',
        ),
      ),
      ["Requires improvement"],
    ],
    "entities and CDATA": [
      oneRow(cell("<text:p>a &amp; b &#233; &#x1F600; <![CDATA[<c>]]></text:p>")),
      ["a & b é 😀 <c>"],
    ],
    "a > in an attribute, and single quotes": [
      oneRow(cell("<text:p>a</text:p>", `table:style-name='x">y' office:formula="a>b'c"`)),
      ["a"],
    ],
  };
  for (const [name, [xml, cells]] of Object.entries(cases))
    it.each([1, 7, 5000])(`reads ${name}, in pieces of %i bytes`, (piece) => {
      expect(scanned(xml, piece)).toEqual([["One", 1, cells]]);
      expect(byOracle(xml)).toEqual([["One", 1, cells]]);
    });

  it("reads prefixes that a file declares otherwise", () => {
    const xml = wrap(odsTable("One", odsRow(["a", "", "b"])))
      .replace(/(<\/?| )table(?=:)|(xmlns:)table(?==)/g, "$1$2x")
      .replace(/(<\/?| )text(?=:)|(xmlns:)text(?==)/g, "$1$2y");
    expect(xml).toContain("<x:table-row>");
    expect(scanned(xml)).toEqual([["One", 1, ["a", "", "b"]]]);
    expect(byOracle(xml)).toEqual(scanned(xml));
  });

  it("counts rows that are repeated or blank", () => {
    const blank =
      '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>';
    const twice = odsRow(["a"]).replace(
      "<table:table-row>",
      '<table:table-row table:number-rows-repeated="2">',
    );
    const xml = wrap(
      odsTable("One", odsRow(["h"]) + blank + twice) + odsTable("Two", odsRow(["z"])),
    );
    expect(scanned(xml)).toEqual([
      ["One", 1, ["h"]],
      ["One", 5, ["a"]],
      ["One", 6, ["a"]],
      ["Two", 1, ["z"]],
    ]);
  });

  it("agrees with the oracle on made-up sheets, cell by cell", () => {
    const text = fc.oneof(
      fc.string({ maxLength: 12, unit: "grapheme" }).map((one) =>
        // What XML cannot hold.
        one.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\r\n\t]/g, " ").trim(),
      ),
      fc.constantFrom("Good", "Requires improvement", "", "a & b", "<\"> 'x"),
    );
    const escape = (one: string) => one.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
    const cellXml = fc
      .tuple(text, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 6 }))
      .map(([value, times, kind]) => {
        const repeated = times === 1 ? "" : `table:number-columns-repeated="${times}"`;
        if (value === "") return `<table:table-cell ${repeated}/>`;
        const note = "<office:annotation><text:p>note</text:p></office:annotation>";
        const half = [...value].slice(1).join("");
        const inner = [
          `<text:p>${escape(value)}</text:p>`,
          `${note}<text:p>${escape(value)}</text:p>`,
          `<text:p><text:span>${escape(value)}</text:span></text:p>`,
          `<text:p>${escape(value)}<text:s/>${escape(value)}</text:p>`,
          `<!-- > --><text:p>${escape(value)}</text:p>`,
          `<text:p>${escape(value)}</text:p><text:p>${escape(half)}</text:p>`,
        ][kind % 6];
        // Tags that begin alike, as Excel's cells with a style each.
        const style = `table:style-name="ce${(7 * kind + 3 * times + value.length) % 40}"`;
        return cell(inner, `office:value-type='string' ${style} ${repeated}`);
      });
    const rowXml = fc
      .tuple(fc.array(cellXml, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 3 }))
      .map(
        ([cells, times]) =>
          `<table:table-row table:number-rows-repeated="${times}">${cells.join("")}</table:table-row>`,
      );
    fc.assert(
      fc.property(
        fc.array(rowXml, { maxLength: 6 }),
        fc.integer({ min: 1, max: 90 }),
        (rows, piece) => {
          const xml = wrap(odsTable("One", rows.join("")));
          expect(scanned(xml, piece)).toEqual(byOracle(xml));
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });

  const hostile: Readonly<Record<string, readonly [xml: string, line: RegExp]>> = {
    "a document type": [
      '<!DOCTYPE x [<!ENTITY a "b">]><x/>',
      /^XML: expected no document type and no declarations$/,
    ],
    "an entity of its own": [
      oneRow(cell("<text:p>&bomb;</text:p>")),
      /^XML: expected a known entity: &bomb;$/,
    ],
    "deep nesting": ["<x>".repeat(100_000), /^XML: expected at most 64 elements in each other$/],
    "an end too soon": [odsHead, /^XML: ended before its outermost element did$/],
    "tags that cross": ["<a><b></a></b>", /^XML: expected <\/b> before <\/a>$/],
    "a tag without an end": [
      `<a ${"x".repeat(2_000_000)}`,
      /^XML: expected a tag or a text of at most/,
    ],
    "too many repeats": [
      oneRow(cell("", 'table:number-columns-repeated="99999999"')),
      /^expected a number of repeats from 1 to 16384: 99999999$/,
    ],
    "too many columns": [
      oneRow(cell("<text:p>a</text:p>", 'table:number-columns-repeated="16384"') + cell("")),
      /^row 1: expected at most 16384 columns$/,
    ],
    "rows past the end": [
      oneRow(cell("<text:p>a</text:p>"), 'table:number-rows-repeated="1048576"').replace(
        "</table:table>",
        `${odsRow(["b"])}</table:table>`,
      ),
      /^row 1048577: expected at most 1048576 rows$/,
    ],
    "another encoding": [
      '<?xml version="1.0" encoding="UTF-16"?><a/>',
      /^XML: expected UTF-8: UTF-16$/,
    ],
    "text outside": ["<a/>b", /^XML: expected no text outside the outermost element$/],
  };
  for (const [name, [xml, line]] of Object.entries(hostile))
    it(`refuses ${name} in one line`, () => {
      expect(() => scanned(xml, 70_000)).toThrow(line);
    });
});
