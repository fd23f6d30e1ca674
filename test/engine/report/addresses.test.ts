import { expect, it } from "vitest";
import { toTable } from "../../../src/engine/report/block.js";
import { blockHtml } from "../../../src/engine/report/blockHtml.js";
import { toCsv } from "../../../src/engine/report/csv.js";
import { toTypst } from "../../../src/engine/report/typst.js";

const addresses = [
  "https://www.example.org/a/very/long/path?x=1&y=%22",
  'http://example.org/"><script>alert(1)</script>',
  "javascript:alert(1)",
  "data:text/html,hello",
  "no address",
  null,
];
const table = toTable({
  id: "sources",
  caption: "Made-up sources",
  scope: "Made up.",
  source: "Made up for a test",
  n: addresses.length,
  data: {
    columns: [
      { key: "place", label: "Place" },
      { key: "source", label: "Source", isAddress: true },
    ],
    rows: addresses.map((source, i) => ({ place: `Row ${i + 1}`, source })),
  },
});

it("shows an address of http or https as a link with its host, and anything else as text", () => {
  const html = blockHtml(table);
  expect(html.match(/<a href="[^"]*">[^<]*<\/a>/g)).toEqual([
    '<a href="https://www.example.org/a/very/long/path?x=1&amp;y=%22">example.org</a>',
    '<a href="http://example.org/%22%3E%3Cscript%3Ealert(1)%3C/script%3E">example.org</a>',
  ]);
  expect(html).toContain("<td>javascript:alert(1)</td>");
  expect(html).toContain("<td>no address</td>");
  expect(html).not.toContain("<script>");
});

it("links in the PDF's source as in HTML", () => {
  const report = { id: "made", title: "Made up", blocks: [table], about: [] };
  const typst = toTypst(report, { date: "2025-01-31", covers: () => true });
  const links = typst.split("\n").filter((line) => line.includes("#link("));
  expect(links).toHaveLength(2);
  expect(links[0]).toContain('#link("https://www.example.org/a/very/long/path?x=1&y=%22")[');
  expect(typst).not.toContain('#link("javascript');
});

it("keeps the whole address in CSV", () => {
  expect(toCsv(table.data).split("\r\n").slice(1, 4)).toEqual([
    "Row 1,https://www.example.org/a/very/long/path?x=1&y=%22",
    'Row 2,"http://example.org/""><script>alert(1)</script>"',
    "Row 3,javascript:alert(1)",
  ]);
});

it("leads from a text to its page where the page is one of a site, and is text elsewhere", () => {
  const pages = new Map([["Barnet & Co", "areas/barnet/"]]);
  const named = toTable({
    id: "places",
    caption: "Made-up places",
    scope: "Made up.",
    source: "Made up for a test",
    n: 2,
    data: {
      columns: [{ key: "place", label: "Place", wayInSite: (text) => pages.get(text) ?? null }],
      rows: [{ place: "Barnet & Co" }, { place: "Without a page" }, { place: null }],
    },
  });
  const inSite = blockHtml(named, { root: "../../" });
  expect(inSite).toContain(
    '<th scope="row"><a href="../../areas/barnet/">Barnet &amp; Co</a></th>',
  );
  expect(inSite).toContain('<th scope="row">Without a page</th>');
  expect(inSite.match(/<a /g)).toHaveLength(1);
  // The first page of a site has no way up.
  expect(blockHtml(named, { root: "" })).toContain('<a href="areas/barnet/">');
  expect(blockHtml(named)).not.toContain("<a ");
  expect(toCsv(named.data)).toBe("\ufeffPlace\r\nBarnet & Co\r\nWithout a page\r\n\r\n");
  const report = { id: "made", title: "Made up", blocks: [named], about: [] };
  expect(toTypst(report, { date: "2025-01-31", covers: () => true })).not.toContain("areas/");
});
