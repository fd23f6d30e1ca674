/**
 * Preloaded into a process that is to wait while another runs: at its first call of the function of
 * node:fs named PAUSE_AT on what lies in the folder PAUSE_IN, it makes the file PAUSED and goes on
 * when that is removed.
 */
const fs = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");

const { PAUSE_AT, PAUSE_IN, PAUSED } = process.env;
const { existsSync, writeFileSync } = fs;
const real = fs[PAUSE_AT];
fs[PAUSE_AT] = (place, ...rest) => {
  if (String(place).startsWith(PAUSE_IN)) {
    fs[PAUSE_AT] = real;
    syncBuiltinESMExports();
    writeFileSync(PAUSED, "");
    while (existsSync(PAUSED)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
  }
  return real(place, ...rest);
};
syncBuiltinESMExports();
