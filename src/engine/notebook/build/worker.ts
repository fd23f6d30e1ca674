import type { Project } from "../project.js";
import type { FromWorker, ToWorker } from "./makeReports.js";
import { reportMaker } from "./reportMaker.js";

/** Makes the reports that `makeReports` asks this process for. */
export function answerJobs(project: Project): void {
  let make: ReturnType<typeof reportMaker>;

  async function answer(message: ToWorker): Promise<void> {
    if ("common" in message) {
      const { data, ...common } = message.common;
      const json = new TextDecoder().decode(data);
      make = reportMaker({ ...common, project, data: project.live.revive(json) });
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
}
