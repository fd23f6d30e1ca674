import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { ExpectedError } from "../../../src/errors.js";
import { formats } from "../../../src/engine/report/formats.js";
import { renderReport } from "../../../src/engine/report/render.js";
import { madeFigure, madeReport, madeTable } from "./made.js";

const date = "2026-01-01";
const report = madeReport([madeFigure({ vegaLite: { mark: "bar" } }), madeTable()]);
const textOf = (content: string | Uint8Array) => Buffer.from(content).toString("latin1");

describe("renderReport", () => {
  it("makes every form of a report", async () => {
    const outputs = await renderReport(report, { formats, date });
    expect(outputs.map(({ path, report: of }) => [path, of])).toEqual(
      [
        "made-up.html",
        "made-up.pdf",
        "made-up/sums.csv",
        "made-up/sums.vl.json",
        "made-up/words.csv",
        "made-up.xlsx",
        "made-up.ods",
        "made-up/sums.svg",
        "made-up/sums.png",
        "made-up/sums.2x.png",
      ].map((path) => [path, "made-up"]),
    );
    const [, pdf, csv, vegaLite, words] = outputs.map(({ content }) => textOf(content));
    expect(pdf).toMatch(/^%PDF-1\.7/);
    expect(csv).toBe("\u00ef\u00bb\u00bfWord,Councils\r\nGood,2\r\nRequires improvement,1\r\n");
    expect(vegaLite).toBe('{\n  "mark": "bar"\n}\n');
    // In full, where the page shows 66.7.
    expect(words).toBe('\u00ef\u00bb\u00bfWord,"Share, %"\r\nGood,66.66666\r\nInadequate,\r\n');
  });

  it("links only to what is made", async () => {
    for (const some of [["html"], ["html", "pdf"], ["html", "csv"], formats] as const) {
      const outputs = await renderReport(report, { formats: some, date });
      const paths = outputs.map(({ path }) => path);
      const { document } = new JSDOM(textOf(outputs[0].content)).window;
      const linked = [...document.querySelectorAll("a")]
        .map((link) => link.getAttribute("href")!)
        .filter((href) => !href.startsWith("#"));
      // A page leads to the larger of two PNGs, and is beside its workbooks.
      const led = paths.filter((path) => !/sums\.png$|\.xlsx$|\.ods$/.test(path));
      expect(["made-up.html", ...linked].sort()).toEqual(led.sort());
    }
  });

  it("refuses an id that is used twice and a name that is no file name", async () => {
    const twice = madeReport([madeFigure({ id: "same" }), madeTable({ id: "same" })]);
    const run = renderReport(twice, { formats: ["html"], date });
    await expect(run).rejects.toBeInstanceOf(ExpectedError);
    await expect(run).rejects.toThrow("made-up: table: id used twice: same");
    for (const id of ["../up", "A b", "", "a/b", "manifest.json"])
      await expect(
        renderReport(madeReport([], { id }), { formats: ["html"], date }),
      ).rejects.toBeInstanceOf(ExpectedError);
  });
});
