import { expect, it } from "vitest";
import { renderJoinedPdf } from "../../../src/engine/report/pdf.js";
import { madeFigure, madeReport, madeTable } from "./made.js";
import { openPdf, pagesOf } from "./openPdf.js";

it("joins reports to one tagged PDF: a list of them, then each from the top of a page", async () => {
  const reports = ["First", "Second", "Third"].map((title) =>
    madeReport([madeFigure(), madeTable()], { title }),
  );
  const options = { title: "Three reports", date: "2026-01-01" };
  const pdf = await renderJoinedPdf("three", reports, options);
  const text = openPdf(pdf);
  expect(text).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(pagesOf(text)).toBe(4);
  const tags = (tag: string) => text.match(new RegExp(`/S /${tag}\\n`, "g"))?.length ?? 0;
  expect([tags("H1"), tags("TOCI"), tags("Figure"), tags("Table")]).toEqual([4, 3, 3, 3]);
  expect(text).toContain("/Scope /Row");
  // Tables are numbered from 1 in each, so the same figure twice has a place of its own.
  expect(await renderJoinedPdf("three", reports, options)).toEqual(pdf);
});
