import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { toContent } from "../../../src/engine/notebook/content/toContent.js";
import { renderHtml } from "../../../src/engine/report/html.js";
import { renderReport } from "../../../src/engine/report/render.js";
import { madeFigure, madeReport } from "./made.js";

const contentOf = (html: string) =>
  toContent(parseHTML(`<body><div>${html}</div></body>`).document.querySelector("div")!, {
    onWordless: () => expect.fail("no picture here"),
    addressOf: (name) => expect.fail(name),
  });
const folded = (id: string) => `<details id="${id}"><summary>More</summary><p>Hidden</p></details>`;

test("what is folded is found by its id, which stands within so that browsers open it", () => {
  const html = renderHtml(madeReport([contentOf(folded("c12"))]));
  const target = parseHTML(html).document.getElementById("c12")!;
  expect(target.textContent?.trim()).toBe("Hidden");
  expect(target.parentElement?.localName).toBe("details");
});

test.each(["Two words", "x_1", "MainContent", 'a" onclick="b', ""])(
  "no id but lower-case words with hyphens: %s",
  (id) => {
    const html = renderHtml(madeReport([contentOf(folded(id.replaceAll('"', "&quot;")))]));
    expect(parseHTML(html).document.querySelector("details [id]")).toBeNull();
    expect(html).not.toContain("onclick");
  },
);

test("no other element keeps an id, which might be one of the page's own", () => {
  const html = renderHtml(madeReport([contentOf('<p id="a">A</p><h2 id="b">B</h2>')]));
  const { document } = parseHTML(html);
  expect(document.getElementById("a")).toBeNull();
  expect(document.getElementById("b")).toBeNull();
});

test("an id is of one part of a report", async () => {
  const twice = madeReport([
    madeFigure({ id: "c12" }),
    contentOf(`<ul><li>${folded("c12")}</li></ul>`),
  ]);
  await expect(renderReport(twice, { formats: ["html"], date: "2026-01-01" })).rejects.toThrow(
    "details: id used twice: c12",
  );
});

test("a cell leads to the part of its page that says more of it", () => {
  const figure = madeFigure();
  const [word, n] = figure.data.columns;
  const column = { ...word, wayOnPage: (text: string) => (text === "Good" ? "good" : null) };
  const html = renderHtml(
    madeReport([{ ...figure, data: { ...figure.data, columns: [column, n] } }]),
  );
  const rows = [...parseHTML(html).document.querySelectorAll("tbody th")];
  expect(rows.map((row) => row.querySelector("a")?.getAttribute("href") ?? null)).toEqual([
    "#good",
    null,
  ]);
});
