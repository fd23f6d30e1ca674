import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ExpectedError } from "../../../src/errors.js";
import { prose, toProse } from "../../../src/engine/report/block.js";
import { blockHtml } from "../../../src/engine/report/blockHtml.js";
import { isSafeAddress, parseMarkdown } from "../../../src/engine/report/markdown.js";
import { toTypst } from "../../../src/engine/report/typst.js";
import { hostile, madeReport } from "./made.js";

describe("parseMarkdown", () => {
  it("reads what prose may hold", () => {
    expect(parseMarkdown("## A *b*\n\nc **d** `e` [f](g.html)  \nh")).toEqual([
      {
        type: "heading",
        depth: 2,
        children: [
          { type: "text", value: "A " },
          { type: "emphasis", children: [{ type: "text", value: "b" }] },
        ],
      },
      {
        type: "paragraph",
        children: [
          { type: "text", value: "c " },
          { type: "strong", children: [{ type: "text", value: "d" }] },
          { type: "text", value: " " },
          { type: "inlineCode", value: "e" },
          { type: "text", value: " " },
          { type: "link", url: "g.html", children: [{ type: "text", value: "f" }] },
          { type: "break" },
          { type: "text", value: "h" },
        ],
      },
    ]);
    expect(parseMarkdown("3. a\n4. b\n\n> - c\n\n---")).toMatchObject([
      { type: "list", start: 3, items: [[{ type: "paragraph" }], [{ type: "paragraph" }]] },
      { type: "blockquote", children: [{ type: "list", start: null }] },
      { type: "thematicBreak" },
    ]);
  });

  it("reads what GitHub adds: tables, struck text, tasks, bare addresses, code", () => {
    expect(
      parseMarkdown("| a | b |\n| - | -: |\n| 1 | 2 |\n\n~~c~~\n\n- [x] d\n\n```js\ne\n```"),
    ).toEqual([
      {
        type: "table",
        sides: [null, "right"],
        head: [[{ type: "text", value: "a" }], [{ type: "text", value: "b" }]],
        rows: [[[{ type: "text", value: "1" }], [{ type: "text", value: "2" }]]],
      },
      {
        type: "paragraph",
        children: [{ type: "delete", children: [{ type: "text", value: "c" }] }],
      },
      {
        type: "list",
        start: null,
        items: [
          [
            {
              type: "paragraph",
              children: [
                { type: "text", value: "[x] " },
                { type: "text", value: "d" },
              ],
            },
          ],
        ],
      },
      { type: "code", value: "e" },
    ]);
    const [paragraph] = parseMarkdown("See www.example.org.");
    expect(paragraph).toMatchObject({
      children: [{}, { type: "link", url: "http://www.example.org" }, {}],
    });
    // A value is text, also where it looks like an address.
    expect(parseMarkdown(prose`${"www.example.org"}`.markdown)).toEqual([
      { type: "paragraph", children: [{ type: "text", value: "www.example.org" }] },
    ]);
  });

  it.each([
    ["<b>bold</b>", "raw HTML"],
    ["text <br> text", "raw HTML"],
    ["<!-- note -->", "raw HTML"],
    ["<script>alert(1)</script>", "raw HTML"],
    ["![alt](picture.png)", "an image"],
    ["[a]\n\n[a]: https://example.org", "a link by reference"],
    ["[a]: https://example.org", "a link definition"],
    ["a[^1]\n\n[^1]: b", "a footnote"],
    ["[a](javascript:alert(1))", "a link to this address"],
    ["[a](java&#10;script:alert(1))", "a link to this address"],
    ["<javascript:alert(1)>", "a link to this address"],
    ["[a](data:text/html,x)", "a link to this address"],
    ["[a](//evil.example/)", "a link to this address"],
    ["[a]()", "a link to this address"],
  ])("refuses %s by name", (markdown, name) => {
    const run = () => parseMarkdown(markdown);
    expect(run).toThrow(ExpectedError);
    expect(run).toThrow(`prose: ${name}`);
  });

  it.each([...hostile])("reads an interpolated value as text: %s", (value) => {
    const [only, ...rest] = parseMarkdown(prose`${value}`.markdown);
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ type: "paragraph", children: [{ type: "text" }] });
  });

  it("reads any interpolated text as text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (value) => {
        if (/\b(?:NaN|undefined|Infinity)\b/.test(value)) return;
        const nodes = parseMarkdown(prose`Council ${value} has`.markdown);
        expect(nodes).toMatchObject([{ type: "paragraph", children: [{ type: "text" }] }]);
      }),
    );
  });
});

describe("isSafeAddress", () => {
  it.each([
    ["https://www.cqc.org.uk/a?b=c:d#e", true],
    ["HTTP://example.org", true],
    ["mailto:a@example.org", true],
    ["national/sums.csv", true],
    ["../up.html", true],
    ["#part", true],
    ["?q=a:b", true],
    ["1javascript:x", true], // a scheme begins with a letter, so this is a file's name
    ["JavaScript:alert(1)", false],
    ["vbscript:x", false],
    ["file:///etc/passwd", false],
    ["blob:https://example.org/x", false],
    ["https:evil", false],
    ["https:///evil", false],
    ["\\\\evil\\share", false],
    ["/\\evil.example", false],
    [" javascript:alert(1)", false],
    ["java\tscript:alert(1)", false],
    ["\u0001javascript:alert(1)", false],
    ["", false],
  ])("%j: %s", (url, safe) => {
    expect(isSafeAddress(url)).toBe(safe);
  });

  it.each(["## ", "## \u200b", "### [](https://example.org)"])(
    "refuses a heading without text: %j",
    (markdown) => {
      expect(() => parseMarkdown(markdown)).toThrow("prose: a heading without text is not allowed");
    },
  );
});

describe("a link to a page of the site", () => {
  const [made] = ["See [a & b](site:areas/barnet/)."].map((markdown) => toProse(markdown));

  it("is a link on a page of a site, and its words alone elsewhere", () => {
    expect(blockHtml(made, { root: "../" })).toBe(
      '<p>See <a href="../areas/barnet/">a &amp; b</a>.</p>',
    );
    expect(blockHtml(made, { root: "" })).toContain('<a href="areas/barnet/">');
    expect(blockHtml(made)).toBe("<p>See a &amp; b.</p>");
  });

  it("is its words alone in a PDF", () => {
    const typst = toTypst(madeReport([made]), { date: "2026-01-01", covers: () => true });
    expect(typst).toContain("a & b");
    expect(typst).not.toContain("barnet");
  });

  it.each(["site:", "site:/a", "site://a", "site:../a", "site:javascript:a", "site:a:b", "SITE:a"])(
    "is refused where it could lead out: %s",
    (address) => {
      expect(() => parseMarkdown(`[a](${address})`)).toThrow(ExpectedError);
    },
  );
});
