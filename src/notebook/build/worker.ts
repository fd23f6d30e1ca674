/** The thread in which `makeReports` makes reports. */
import { parentPort, workerData } from "node:worker_threads";
import { reviveDataset } from "../../data/reviveDataset.js";
import type { WorkerData, WorkerMessage } from "./makeReports.js";
import { reportMaker } from "./reportMaker.js";

const { jobs, dataset, next, ...options } = workerData as WorkerData;
const make = reportMaker({ ...options, dataset: reviveDataset(dataset) });
const take = () => Atomics.add(next, 0, 1);
for (let index = take(); index < jobs.length; index = take()) {
  const message: WorkerMessage = { index, made: await make(jobs[index]) };
  parentPort!.postMessage(message);
}
