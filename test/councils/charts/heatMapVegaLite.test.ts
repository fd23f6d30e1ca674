import { compile } from "vega-lite";
import { parse, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { describe, expect, it, vi } from "vitest";
import { select } from "../../../src/councils/analysis/select.js";
import { heatMapVegaLite } from "../../../src/councils/charts/heatMapVegaLite.js";
import { orderBySum } from "../../../src/councils/charts/heatMap.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { madeUp } from "../../madeUp.js";
import { datasets, hostileName } from "./madeUpCouncils.js";

const { eight } = datasets;

function specOf(dataset: typeof eight, need: "scores" | "anyScore" = "scores") {
  const { scheme, assessments } = select(dataset, need);
  return heatMapVegaLite(scheme, orderBySum(assessments), "A heat map");
}

/** A view as an editor makes it, and the warnings on the way. */
async function viewOf(spec: ReturnType<typeof specOf>) {
  const warnings: unknown[] = [];
  const warn = vi.spyOn(console, "warn").mockImplementation((...said) => warnings.push(said));
  // As an editor gets it: through JSON.
  const { spec: vega } = compile(JSON.parse(JSON.stringify(spec)) as typeof spec);
  warn.mockRestore();
  const runtime = parse(vega, undefined, { ast: true });
  const view = new View(runtime, { renderer: "none", expr: expressionInterpreter });
  await view.runAsync();
  return { view, vega, warnings };
}

/** The councils that the view shows, from the top. */
const rowsIn = (view: View) => (view.scale("y") as { domain(): string[] }).domain();

interface Item {
  readonly items?: readonly Item[];
  readonly tooltip?: Readonly<Record<string, unknown>>;
}

/** What pointing at each cell would tell. */
function tooltipsIn(view: View): Readonly<Record<string, unknown>>[] {
  const found: Readonly<Record<string, unknown>>[] = [];
  const visit = ({ tooltip, items = [] }: Item) => {
    if (tooltip) found.push(tooltip);
    items.forEach(visit);
  };
  visit((view.scenegraph() as unknown as { root: Item }).root);
  return found.slice(0, found.length / 2); // Cells, then the texts on them.
}

describe("the heat map as a Vega-Lite specification", () => {
  it("opens in a Vega-Lite 6 editor without a warning, and loses nothing in JSON", async () => {
    const spec = specOf(eight);
    const { view, warnings } = await viewOf(spec);
    expect(warnings).toEqual([]);
    expect(spec.$schema).toBe("https://vega.github.io/schema/vega-lite/v6.json");
    expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
    // The highest sum first, equal sums by name: 32, 28, 23, 23, 22, 20, 18, 12.
    expect(rowsIn(view)).toEqual([
      "Bath and North East Somerset (32)",
      "Bournemouth, Christchurch and Poole (28)",
      `${hostileName} (23)`,
      "Hull (23)",
      "Westmorland and Furness (22)",
      "Rutland (20)",
      "Kingston upon Hull, City of (18)",
      "York (12)",
    ]);
    // One cell for each of nine statements.
    const svg = await view.toSVG();
    expect(svg.match(/aria-roledescription="rect mark"/g) ?? []).toHaveLength(72);
    expect(svg).not.toContain("<img");
  });

  it("has inputs for region, type and council, whose change it follows", async () => {
    // Regions by hand: council 1, 4 and 7 are in the North East, the others in London; every
    // second one is a London borough.
    const { view, vega } = await viewOf(specOf(eight));
    const bound = (vega.signals ?? []).flatMap((signal) =>
      "bind" in signal && signal.bind
        ? [[signal.name, (signal.bind as { input: string }).input]]
        : [],
    );
    expect(bound).toEqual([
      ["chosenRegion", "select"],
      ["chosenType", "select"],
      ["search", "text"],
    ]);
    await view.signal("chosenRegion", "North East").runAsync();
    expect(rowsIn(view)).toEqual([
      "Bournemouth, Christchurch and Poole (28)",
      "Hull (23)",
      "Kingston upon Hull, City of (18)",
    ]);
    await view.signal("chosenType", "London borough").runAsync();
    expect(rowsIn(view)).toEqual(["Hull (23)"]);
    await view
      .signal("chosenRegion", "Every region")
      .signal("chosenType", "Every type")
      .signal("search", "HULL")
      .runAsync();
    expect(rowsIn(view)).toEqual(["Hull (23)", "Kingston upon Hull, City of (18)"]);
    await view.signal("search", "").runAsync();
    expect(rowsIn(view)).toHaveLength(8);
  });

  it("tells at a cell whose score it is and what it means", async () => {
    const { view: all } = await viewOf(specOf(eight));
    // The first cell of the highest row, 444443333.
    expect(tooltipsIn(all)[0]).toMatchObject({
      Council: "Bath and North East Somerset",
      Statement: "Assessing needs",
      Score: "4",
      "Which means": "exceptional standard",
    });
    expect(
      tooltipsIn(all).filter((tooltip) => tooltip.Council === "York" && tooltip.Score === "1"),
    ).toHaveLength(6);
    const { view } = await viewOf(specOf(madeUp(["2.3333333"]), "anyScore"));
    expect(
      tooltipsIn(view)
        .slice(0, 3)
        .map((tooltip) => [tooltip.Statement, tooltip["Which means"]]),
    ).toEqual([
      ["Assessing needs", "some shortfalls"],
      ["Healthier lives", "not known"],
      ["Equity", "good standard"],
    ]);
    expect(await view.toSVG()).toContain(">?</text>");
  });

  it("offers every region and type of the real data", async () => {
    const { view, vega } = await viewOf(specOf(readDataset()));
    expect(rowsIn(view)).toHaveLength(72);
    const [region, type] = (vega.signals ?? []).flatMap((signal) =>
      "bind" in signal && signal.bind ? [(signal.bind as { options: string[] }).options] : [],
    );
    expect([region.length, type.length]).toEqual([10, 5]);
    await view.signal("chosenRegion", "London").runAsync();
    // Counted with a script over data/assessments.csv and councils.csv: 17 of the 72 are in London.
    expect(rowsIn(view)).toHaveLength(17);
  });

  it("is empty without councils, and still compiles", async () => {
    const { view, warnings } = await viewOf(specOf(datasets["no council"]));
    expect(warnings).toEqual([]);
    expect(rowsIn(view)).toEqual([]);
  });
});
