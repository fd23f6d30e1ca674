/** The process in which `makeReports` makes reports. */
import { reviveDataset } from "../../../councils/data/reviveDataset.js";
import type { FromWorker, ToWorker } from "./makeReports.js";
import { reportMaker } from "./reportMaker.js";

let make: ReturnType<typeof reportMaker>;

async function answer(message: ToWorker): Promise<void> {
  if ("common" in message) {
    const { dataset, ...common } = message.common;
    const json = new TextDecoder().decode(dataset);
    make = reportMaker({ ...common, dataset: reviveDataset(json) });
    return;
  }
  const { index, job } = message;
  const reply = await make(job).then(
    (made): FromWorker => ({ index, made }),
    (defect: unknown): FromWorker => ({ index, defect }),
  );
  // Where nobody listens any more this process ends by itself.
  if (process.connected) process.send!(reply);
}

let last = Promise.resolve();
process.on("message", (message: ToWorker) => {
  last = last.then(() => answer(message));
});
// Ctrl-C reaches every process of a terminal. The one that started this one ends it.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => undefined);
