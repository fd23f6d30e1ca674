import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readDataset } from "../../src/councils/data/readDataset.js";
import type { SetName } from "../../src/councils/analysis/select.js";
import type { Dataset } from "../../src/councils/data/dataset.js";
import type { Block, Figure, Report } from "../../src/engine/report/block.js";
import { renderHtml } from "../../src/engine/report/html.js";
import { parseMarkdown } from "../../src/engine/report/markdown.js";
import { proseText } from "../../src/engine/report/proseNode.js";
import { madeUp } from "../madeUp.js";
import { publishedData } from "../publishedData.js";
import { runNamed } from "./said.js";

const run = (dataset: Dataset, set?: SetName) => runNamed("single-word", dataset, set);
/** The tests behind it. */
const runMethods = (dataset: Dataset) => runNamed("methods", dataset);

/** All that a block says outside its picture. */
function saidBy(block: Block): string {
  if (block.kind === "prose") return proseText(parseMarkdown(block.markdown)).replace(/\s+/g, " ");
  if (block.kind === "content") return proseText(block.nodes);
  if (block.kind === "control") return `${block.label}: ${block.value}`;
  if (block.kind === "table") return `${block.caption} ${block.scope}`;
  return `${block.title} ${block.detail ?? ""} ${block.subtitle} ${block.alt} ${block.caption}`;
}

const saidIn = (report: Report) => report.blocks.map(saidBy).join("\n");
const figureOf = (report: Report, id: string) =>
  report.blocks.find((block): block is Figure => block.kind === "figure" && block.id === id)!;

const real = await run(publishedData);
const methods = await runMethods(publishedData);

describe("what one word hides, on the complete set", () => {
  const said = `${saidIn(real)}\n${saidIn(methods)}`;

  // Numbers of R: test/reference/*.json, from the scripts beside them.
  it.each([
    [
      "margins",
      "That is 31%: 18 from a lower rating and 4 from a higher one. One point on one statement would do it.",
    ],
    [
      "shares",
      "They score below good on Assessing needs: 67% (95% interval 52% to 80%), a majority. On each of the others it is from none to 21 of them.",
    ],
    [
      "reversals",
      "In 33% of pairs the council rated lower scores higher somewhere. Pair each council rated Requires improvement with each rated Good. In 334 of 1,008 pairs the first scores higher on at least one statement (95% interval 22% to 45%).",
    ],
    [
      "reversals beside chance",
      "With one quality plus chance, 31% of pairs would be reversed. Among 65 councils with only 2s and 3s, 35% are",
    ],
    [
      "distances",
      "On average, two councils rated Good differ on 3.1 of 9 statements. Two rated Requires improvement differ on 3.0 and one of each on 5.1.",
    ],
    [
      "shares of the lower rating",
      "12 of 21 councils rated Requires improvement are good on partnerships. That is 57% (95% interval 34% to 78%).",
    ],
    ["variation", "The rating holds 31% of the variation in the scores"],
    ["its interval", "That share is uncertain (95% interval 18% to 43%)."],
    [
      "what is kept",
      "the total keeps 45% (95% interval 33% to 56%) and the rating 36% (95% interval 21% to 48%).",
    ],
    [
      "what is kept by themes",
      "The rating keeps 78% of what the total keeps. Four ratings, one a theme, would keep 53%, and four uncut theme means 68%; those two have no interval here.",
    ],
    [
      "totals at the line",
      "16 of 72 councils have the lowest total that is Good. That is 23. One point below are 4 and one above 10. Smooth curves through the other totals expect 8.4 to 10.6.",
    ],
    ["the placebo", "and at 23 p = 0.029."],
    [
      "the registered test",
      "is left open so far: until the totals of 95% of them are known nothing is tested on them.",
    ],
    [
      "another panel",
      "At a 10% chance, another panel changes about 7 ratings. Of 72 councils, 6.8 are expected if it scored each statement one point differently with that chance. If a lenient or severe panel moved all the same way, it would be 9.1.",
    ],
    ["Lee's consistency", "By one model two panels agree on Good or better for 83%."],
    ["kappa", "kappa, which leaves out agreement by luck, is 0.63."],
    [
      "other aggregations",
      "Weighting the themes alike would change 2 of 72 ratings. A mean that one low score pulls down further would change none. A rating no better than a council's lowest score would change 44.",
    ],
    ["random weights", "would be expected to change 11.0 ratings (10.3 with"],
    ["the least shift", "The least shift of weight that changes any rating is 5.6% of the whole"],
    ["order", "In 1,034 of 2,556 pairs of councils (40%) each is higher on some statement"],
    ["groupings", "135 of 1,260 groupings"],
    ["how scores go together", "is 0.85, on a scale up to one (95% interval 0.75 to 0.90)"],
    ["alpha", "Cronbach's alpha of the total is 0.85 (95% interval"],
    ["omega", "McDonald's omega, which lets statements count unequally, is 0.85 (95% interval"],
    ["intraclass correlation", "its intraclass correlation is 0.39 (95% interval"],
    [
      "factors",
      "Parallel analysis shows one factor: the first eigenvalue, how much of the variation of all scores one factor takes up, is 4.16,",
    ],
    ["places", "16 councils share the total of 23. With it they share all places from 35 to 50"],
  ])("gives R's number: %s", (_, sentence) => {
    expect(said).toContain(sentence);
  });

  it("gives a range for the excess at 23, as R's curves do", () => {
    // The smallest and the largest of eight: 16 less 10.61 and less 8.37.
    expect(said).toContain("At 23, 5.4 to 7.6 councils lie beyond what 8 curves expect.");
  });

  it("says how likely chance is, in the words that may be said of it", () => {
    expect(said).toMatch(
      /Of councils' own patterns, 3[78]% would lie between themes, where 41% do\./,
    );
    expect(said).toMatch(/p = 0\.1[123] for patterns between themes/);
    expect(said).toContain("So might councils that differ in several");
    expect(figureOf(methods, "one-quality-dots").title).toBe(
      "Chance around one quality would give about this variety",
    );
  });

  it("opens with the finding and its numbers, and gives both sides", () => {
    const [opening, numbers] = real.blocks.slice(0, 2).map(saidBy);
    expect(opening).toMatch(/^A rating hides a mix of scores; chance may explain much\./);
    expect(numbers).toBe(
      "32 of 48 Good councils below good on assessing needs 12 of 21 rated Requires improvement, but good on partnerships 22 of 72 councils one point from another rating 31% of the variation in scores is between ratings",
    );
    const sides = real.blocks.map(saidBy).join("\n");
    expect(sides.indexOf("The case against one rating")).toBeLessThan(
      sides.indexOf("The case for one rating"),
    );
    expect(sides).toMatch(/The rating holds 31% of variation; one quality would give 3[01]%/);
  });

  it("states the default of each control, by which no rating changes", () => {
    const controls = real.blocks.filter((block) => block.kind === "control");
    expect(controls.map(({ value }) => value)).toEqual([
      "1 each",
      "Requires improvement 1.54, Good 2.5 and Outstanding 3.5",
    ]);
    expect(saidIn(real)).toContain("By CQC's own weights and means no rating changes.");
    expect(real.blocks.some((block) => "id" in block && block.id === "what-if-flips")).toBe(false);
  });

  it("says nothing that a report must not say", () => {
    expect(said).not.toMatch(/\bsignificant(?! shortfalls)|manipulat|league|\bfail|\bpoor\b/i);
  });
});

it("reads all that is known as what it is", async () => {
  const report = await run(publishedData, "all");
  expect(saidIn(report)).toContain(
    "At a 10% chance, another panel changes about 7 ratings. Of 81 councils",
  );
  expect(figureOf(report, "below-good-shares").subtitle).toContain(
    "All reports known, not a complete set, 81 councils, of which Good 49",
  );
});

const cases = fileURLToPath(new URL("../cases/data/", import.meta.url));
const others: Record<string, () => Dataset> = {
  "no council": () => madeUp([]),
  "one council": () => madeUp(["222233333"]),
  "one council one point up from a cut": () => madeUp(["222223333"]),
  "one word for all": () => madeUp(["222233333", "333333332", "323232333", "333222333"]),
  "one profile for all": () => madeUp(Array.from({ length: 12 }, () => "222233333")),
  "two words": () => madeUp(["222222222", "333333333"]),
  "every score 1": () => madeUp(["111111111"]),
  "every score 4": () => madeUp(["444444444", "444444444"]),
  "no scores": () => madeUp([".........", "2.3......"]),
  ...Object.fromEntries(
    [
      "passes-every-sum",
      "passes-markup-as-text",
      "passes-one-council",
      "passes-unknown-scores",
    ].map((name) => [name, () => readDataset({ dir: `${cases}${name}` })]),
  ),
};

describe("on other data", () => {
  it.each(Object.keys(others))("%s", async (name) => {
    const [page, tests] = [await run(others[name]()), await runMethods(others[name]())];
    const said = `${saidIn(page)}\n${saidIn(tests)}`;
    expect(said).not.toMatch(/\b(?:NaN|undefined|null|Infinity)\b|\[object/);
    expect(said).not.toMatch(/(?<![.,\d])\b1 (?:councils|words|pairs|sums|draws|factors)\b/);
    expect(said).not.toMatch(/\(\)|, \.|p = 1 or more/);
    const ids = [...page.blocks, ...tests.blocks].flatMap((block) =>
      "id" in block ? [block.id] : [],
    );
    // A chart of few councils is a table.
    expect(ids).toEqual(
      expect.arrayContaining([
        ...["below-good-shares", "statement-shares", "word-spread", "margin-strip"],
        ...["variance-bars", "one-quality-dots", "partition-strip", "weights-bars"],
        ...["consistency-curve", "heaping-curve"],
      ]),
    );
    expect(renderHtml(page)).toContain("The case for");
  });

  it("says first that nothing is known where no council has nine scores", async () => {
    const [first] = (await run(madeUp(["........."]))).blocks;
    expect(saidBy(first)).toBe(
      "No council here has every score known. So nothing can be said of what a rating hides.",
    );
  });

  it("says which measures are missing, and why", async () => {
    // Ten councils whose scores rise in one order: told apart without error.
    const apart = Array.from({ length: 10 }, (_, k) => "3".repeat(k) + "2".repeat(9 - k));
    const report = await runMethods(madeUp(apart));
    // The scores tell the councils apart without error: the model's likelihood has no maximum.
    expect(report.blocks).toContainEqual(
      expect.objectContaining({
        id: "one-quality-dots",
        scope: expect.stringContaining("one quality cannot be fitted") as string,
      }),
    );
    const said = saidIn(report);
    expect(said).toContain("Lee's consistency, cannot be computed: with scores below 3 as 1");
    expect(said).toMatch(/McDonald's omega, or its interval, cannot be given: [^u]/);
  });

  it("says where patterns go beyond chance", async () => {
    // Twenty councils good at the first theme alone and twenty at all others alone.
    const halves = Array.from({ length: 40 }, (_, i) => (i % 2 ? "333222222" : "222333333"));
    const mixed = ["232323232", "323232323", "223322332", "332233223"];
    const report = await run(madeUp([...halves, ...mixed]));
    const said = saidIn(report);
    expect(said).toMatch(/^A rating hides patterns that go beyond chance\./);
    expect(said).toContain("Patterns between CQC's themes go beyond chance.");
    expect(said).not.toContain("chance may explain much");
    expect(
      figureOf(await runMethods(madeUp([...halves, ...mixed])), "one-quality-dots").title,
    ).toMatch(/^\d of \d measures of variety go(?:es)? beyond one quality plus chance$/);
  });
});
