import { describe, expect, inject, test } from "vitest";
import { footerOf } from "../../src/councils/pages/footer.js";
import type { Dataset } from "../../src/councils/data/dataset.js";
import { renderHtml } from "../../src/engine/report/html.js";
import { madeUp } from "../madeUp.js";
import { runNamed } from "../notebooks/said.js";
import { measurePage } from "./measurePage.js";
import { useBrowser } from "./openPage.js";

const open = useBrowser();

/** What is written by statisticians for statisticians may open with more than a finding. */
const technical: readonly string[] = ["methods", "claims"];
/** A page that shows what its reader may do, and no finding about ratings. */
const shown = inject("notebooks").filter((name) => name !== "explore");

const datasets: Readonly<Record<string, Dataset>> = {
  "one council": madeUp(["223333333"]),
  "no scores": madeUp([".........", "........."], () => ({ rating: "Good" })),
  "many alike": madeUp(Array.from({ length: 12 }, (_, i) => `${i % 4 ? "3" : "1"}23323332`)),
};

const pageOf = async (name: string, dataset: Dataset) =>
  renderHtml(await runNamed(name, dataset), { footer: footerOf(dataset, { version: "0.0.0" }) });

describe.each(shown)("%s", (name) => {
  test("opens with its finding, then its chart, all in the first screen; fits every window", async () => {
    const { page } = await open(`${name}.html`);
    const { wordsBeforeFinding, wordsBeforeChart, firstScreen } = await page.evaluate(measurePage);
    expect(wordsBeforeFinding).toBeLessThanOrEqual(45);
    if (!technical.includes(name)) {
      expect(wordsBeforeChart ?? 0).toBeLessThanOrEqual(150);
      // Whole pixels: a browser draws no part of one.
      expect(Math.floor(firstScreen)).toBeLessThanOrEqual(900);
    }
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      expect((await page.evaluate(measurePage)).faults).toEqual([]);
    }
    for (const [data, dataset] of Object.entries(datasets)) {
      await page.setContent(await pageOf(name, dataset));
      const { faults } = await page.evaluate(measurePage);
      expect([data, faults]).toEqual([data, []]);
    }
  });
});
