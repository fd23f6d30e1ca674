/**
 * The published assessments as Arquero tables: npx tsx notebooks/explore.ts
 *
 * For people who prefer a script to a notebook. Arquero is a development dependency: `npm ci` in a
 * checkout brings it, an installed ninefold does not.
 */
import * as aq from "arquero";
import { select, toArquero } from "ninefold";
import { readDataset } from "ninefold/node";

const { op } = aq;
const dataset = readDataset();

// One assessment per council, the latest formal one that is not withdrawn, whose sum is known.
// `complete` is what generalises; with "all" come later reports, found one at a time:
// they are not a fair sample.
const { assessments, scheme, n, leftOut } = select(dataset, "sum", { set: "complete" });
console.log(
  `Data of ${dataset.vintage}: ${n} of ${dataset.councils.length} councils, reports to ${dataset.completeTo}.`,
);
for (const { reason, n } of leftOut) console.log(`Left out: ${n}, ${reason}.`);

const table = toArquero(aq, assessments, scheme);

// Each word: how many councils, and how far apart councils with that word are.
console.log("\nSums (9 to 36 points) by rating");
table
  .groupby("rating")
  .rollup({
    councils: op.count(),
    mean_sum: (d: { sum: number }) => op.round(op.mean(d.sum) * 100) / 100,
    lowest: op.min("sum"),
    highest: op.max("sum"),
  })
  .orderby("lowest")
  .print();

console.log("\nSums (9 to 36 points) by region, alphabetically");
table
  .groupby("region")
  .rollup({
    councils: op.count(),
    mean_sum: (d: { sum: number }) => op.round(op.mean(d.sum) * 100) / 100,
    lowest: op.min("sum"),
    highest: op.max("sum"),
  })
  .orderby("region")
  .print({ limit: Infinity });

// Long form: one row per council and statement. `op.valid` counts scores that are known.
console.log("\nScores (1 to 4) by statement");
table
  .fold(aq.startswith("qs"), { as: ["statement", "score"] })
  .groupby("statement")
  .rollup({
    known: op.valid("score"),
    mean_score: (d: { score: number }) => op.round(op.mean(d.score) * 100) / 100,
    below_3: (d: { score: number }) => op.sum(d.score < 3 ? 1 : 0),
  })
  .print({ limit: Infinity });
