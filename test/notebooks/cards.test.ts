import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { packageNotebooks } from "../../src/cli/packageNotebooks.js";
import { cardOf } from "../../src/engine/report/cardOf.js";
import { renderHtml } from "../../src/engine/report/html.js";
import { runNotebook } from "../../src/runNotebook.js";
import { publishedData as dataset } from "../publishedData.js";
import { runFor, runNamed } from "./said.js";

/** A site's page of each, on which its reader chooses a council or a region where it is about one. */
const names = [...packageNotebooks().keys()].filter((name) => name !== "explore");
const places = [
  ...new Set(
    dataset.councils.flatMap(({ name, officialName, region }) => [name, officialName, region]),
  ),
];
const namedIn = (text: string) => places.filter((place) => text.includes(place));

/** A run that is asked for more than every notebook is. */
const runAsked = (name: string, own: Readonly<Record<string, string>>) =>
  runNotebook(fileURLToPath(new URL(`../../notebooks/${name}.html`, import.meta.url)), {
    dataset,
    params: { set: "complete", council: null },
    own,
    timeout: 180_000,
  });

describe.each(names)("the card of %s", (name) => {
  it("names no council and no region that nobody asked for", async () => {
    const { title, description } = cardOf(await runNamed(name, dataset));
    expect(description).not.toBe("");
    expect(namedIn(`${title} ${description}`)).toEqual([]);
  });
});

describe("the card of a page on which a reader chooses", () => {
  it.each([
    ["compare", "Set two to five councils side by side: ratings, totals and scores."],
    [
      "council",
      "Find a council: its rating, the scores behind it, and what is measured in its area.",
    ],
    [
      "region",
      "Choose a region of England: how its councils are rated, and each of them from A to Z.",
    ],
    [
      "self-assessment",
      "Set your own scores, and see which rating they would add up to. Nothing you enter leaves your browser.",
    ],
  ])("says what it is for: %s", async (name, purpose) => {
    const report = await runNamed(name, dataset);
    expect(cardOf(report).description).toBe(purpose);
    const html = renderHtml(report);
    expect(html).toContain(`<meta property="og:description" content="${purpose}">`);
    // Its heading is what it shows.
    expect(html).toContain(`<h1>${report.title}</h1>`);
  });

  // Ratings as CQC published them; a name that no council has was not asked for.
  it("says what it finds where a reader asked for it", async () => {
    const camden = dataset.councils.find(({ name }) => name === "Camden")!;
    expect(cardOf(await runFor("council", dataset, camden))).toEqual({
      title: "Camden: rated Outstanding",
      description: "CQC rated Camden Outstanding.",
    });
    const both = await runAsked("compare", { councils: "Warrington;Blackpool" });
    expect(cardOf(both).title).toBe("Warrington and Blackpool side by side");
    expect(namedIn(cardOf(both).description)).toEqual(["Blackpool", "Warrington"]);
    const region = await runAsked("region", { region: "North East" });
    expect(cardOf(region).title).toBe("North East: social care ratings");
    const nowhere = await runAsked("region", { region: "Nowhere" });
    expect(namedIn(Object.values(cardOf(nowhere)).join(" "))).toEqual([]);
  });
});
