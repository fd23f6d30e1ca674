import { writeOutputs } from "../../../src/engine/report/output.js";
import type { Output } from "../../../src/engine/report/output.js";
import type { MadeFrom } from "../../../src/engine/report/manifest.js";

/**
 * Run on its own: `DIR N OUTPUTS MADE` writes outputs and is killed at the change to the disk
 * numbered N, from 0. With N "hold" it stops after the manifest is written, says so and waits.
 */
const [dir, at, outputs, made] = process.argv.slice(2);
let n = 0;
writeOutputs(dir, JSON.parse(outputs) as Output[], JSON.parse(made) as MadeFrom, {
  step: () => {
    if (at === "hold" && n === 4) {
      process.stdout.write("holding\n");
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    }
    if (String(n) === at) process.kill(process.pid, "SIGKILL");
    n += 1;
  },
});
