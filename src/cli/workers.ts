import { availableParallelism } from "node:os";

/** Each takes some 250 MB. */
const mostWorkers = 4;

/** How many reports are made at once where nobody says. */
export const workersByDefault = () => Math.min(availableParallelism(), mostWorkers);
