import { messageOf } from "../../../errors.js";
import type { Job, Made } from "./job.js";

const events = ["uncaughtException", "unhandledRejection"] as const;

/**
 * Catches what is thrown where nobody catches it while no cells run: something that a cell left
 * behind. During a run, the run does so and tells the cell.
 */
export function strayErrors(): { readonly take: (job: Job) => Made | null } {
  let errors: unknown[] = [];
  for (const event of events)
    process.on(event, (error) => {
      if (process.listenerCount(event) === 1) errors.push(error);
    });
  return {
    take: ({ file }) => {
      if (errors.length === 0) return null;
      const problems = errors.map(
        (error) =>
          `${file}: something that a cell left running failed after the cells had settled: ${messageOf(error)}`,
      );
      errors = [];
      return { problems };
    },
  };
}
