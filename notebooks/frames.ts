/**
 * The published assessments as danfo.js data frames, for people used to pandas:
 * npx tsx notebooks/frames.ts
 *
 * danfojs-node is a development dependency of 335 MB: `npm ci` in a checkout brings it, an
 * installed ninefold does not.
 */
import { select, toDanfo } from "ninefold";
import { readDataset } from "ninefold/node";

function explore(dfd: typeof import("danfojs-node")): void {
  const dataset = readDataset();

  // One assessment per council, the latest formal one that is not withdrawn, whose sum is known.
  // `complete` is what generalises; with "all" come later reports, found one at a time:
  // they are not a fair sample.
  const { assessments, scheme, n, leftOut } = select(dataset, "sum", { set: "complete" });
  console.log(
    `Data of ${dataset.vintage}: ${n} of ${dataset.councils.length} councils, reports to ${dataset.completeTo}.`,
  );
  for (const { reason, n } of leftOut) console.log(`Left out: ${n}, ${reason}.`);

  const frame = toDanfo(dfd, assessments, scheme);

  // Describe one column at a time: a series leaves unknown numbers out, a frame's `describe` does
  // not. The standard deviation and variance are those of a sample (n - 1).
  console.log("\nSums, 9 to 36 points");
  frame.column("sum").describe().print();

  console.log("Councils by rating");
  frame.column("rating").valueCounts().print();

  // Here every sum is known. Where some are not, keep the known first, since a group's `count`
  // counts rows and its mean of an unknown number is NaN: frame.query(frame.column("sum").ge(1))
  console.log("Sums by rating");
  frame
    .groupby(["rating"])
    .agg({ gss_code: "count", sum: ["mean", "min", "max"] })
    .sortValues("sum_min")
    .print();

  console.log("Sums by region, alphabetically");
  frame
    .groupby(["region"])
    .agg({ gss_code: "count", sum: ["mean", "min", "max"] })
    .sortValues("region")
    .print();
}

let dfd: typeof import("danfojs-node") | null = null;
try {
  dfd = await import("danfojs-node");
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
  console.error("notebooks/frames.ts needs danfojs-node, which is not installed: run npm ci");
  process.exitCode = 1;
}
if (dfd) explore(dfd);
