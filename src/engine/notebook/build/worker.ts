import { defaultTimeout } from "../run.js";
import type { Project } from "../project.js";
import { handles, turn } from "../underWay.js";
import { startGuard } from "./guard.js";
import type { FromWorker, ToWorker } from "./makerProcess.js";
import { keepFromCells } from "./keepFromCells.js";
import { writeNote } from "./notes.js";
import { reportMaker } from "./reportMaker.js";
import { strayErrors } from "./strayErrors.js";

/** More than a run may be silent, as a run that notices it itself says more. */
const grace = 2000;
/** Reading data or a notebook and setting a report are this package's work, which ends. */
const ownBound = 600_000;

/** Makes the reports that the process which started this one asks it for. */
export function answerJobs(project: Project): void {
  const { send, endProcess } = keepFromCells();
  const stray = strayErrors();
  const guard = startGuard(() => writeNote({ kind: "alive" }));
  let make: ReturnType<typeof reportMaker>;
  let [index, runBound, isSpent] = [0, 0, false];
  const begin = (bound: number) => {
    guard.expect(bound, runBound);
    writeNote({ kind: "begun", index, bound });
  };

  async function answer(message: ToWorker): Promise<void> {
    if ("common" in message) {
      const { data, ...common } = message.common;
      const json = new TextDecoder().decode(data);
      runBound = (common.timeout ?? defaultTimeout) + grace;
      guard.expect(ownBound, runBound);
      make = reportMaker(
        { ...common, project, data: project.live.revive(json) },
        {
          onRun: () => begin(runBound),
          onRender: () => begin(ownBound),
          onEnter: (script, where) => {
            guard.expect(runBound, runBound);
            writeNote({ kind: "entered", script, where });
          },
          onReturn: (script) => writeNote({ kind: "returned", script }),
          onLeave: (script) => writeNote({ kind: "left", script }),
        },
      );
      return;
    }
    // A handle that a cell left open may yet run: no other notebook is to suffer from it.
    if (isSpent) return;
    index = message.index;
    begin(ownBound);
    const before = handles();
    const reply = await make(message.job).then(
      (made): FromWorker => ({ index, made: stray.take(message.job) ?? made, isSpent: false }),
      (defect: unknown): FromWorker => ({ index, defect }),
    );
    // What a cell left behind may yet loop, before the next job or instead of it.
    guard.expect(runBound, runBound);
    // What a library put off to the next turn is no handle that stays.
    if (handles() > before) await turn();
    isSpent = handles() > before;
    await send({ ...reply, isSpent });
  }

  let last = Promise.resolve();
  process.on("message", (message: ToWorker) => {
    last = last.then(() => answer(message));
  });
  process.on("disconnect", endProcess);
  // Ctrl-C reaches every process of a terminal. The one that started this one ends it.
  process.on("SIGINT", () => undefined);
}
