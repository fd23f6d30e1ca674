/**
 * How long the analyses take on as many made-up councils as the argument says, as JSON. A process
 * of its own, so that sizes do not warm each other.
 */
import { analyse } from "../src/councils/analysis/analyse.js";
import { consistency } from "../src/councils/analysis/consistency.js";
import { madeUpDataset } from "./madeUpDataset.js";

function seconds(work: () => void): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

const councils = Number(process.argv[2]);
const dataset = madeUpDataset(councils);
const analyseSeconds = seconds(() => void analyse(dataset, { set: "all" }));
// Both kernels at the four default values of e; the fastest of ten, as the first one compiles.
const consistencySeconds = Math.min(
  ...Array.from({ length: 10 }, () => seconds(() => void consistency(dataset, { set: "all" }))),
);
console.log(
  JSON.stringify({
    councils,
    analyseSeconds: Number(analyseSeconds.toFixed(2)),
    consistencyMilliseconds: Number((1000 * consistencySeconds).toFixed(2)),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
