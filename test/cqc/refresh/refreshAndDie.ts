import { refresh } from "../../../src/cqc/refresh/refresh.js";

/**
 * Run on its own: `ORIGIN DIR N` accepts what a made-up site says and is killed at the change to
 * the disk numbered N, from 0; where there are fewer, it ends as it should.
 */
const [from, dir, at] = process.argv.slice(2);
let n = 0;
await refresh(
  {
    ...{ from, dir, accept: true, userAgent: "ninefold/test" },
    limits: { pause: 0 },
    step: () => {
      if (String(n) === at) process.kill(process.pid, "SIGKILL");
      n += 1;
    },
  },
  {
    fetch,
    now: () => new Date("2026-11-28T09:30:00Z"),
    sleep: () => Promise.resolve(),
  },
);
