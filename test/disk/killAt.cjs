/**
 * Preloaded into a process that is to die in the middle of writing: at the change numbered KILL_AT,
 * from 0, to what lies in the folder KILL_IN. Of a file that it is about to write, half is written.
 */
const fs = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");

const { KILL_AT, KILL_IN } = process.env;
let n = 0;
for (const name of ["cpSync", "renameSync", "rmSync"]) {
  const real = fs[name];
  fs[name] = (place, ...rest) => {
    if (String(place).startsWith(KILL_IN) && String(n++) === KILL_AT)
      process.kill(process.pid, "SIGKILL");
    return real(place, ...rest);
  };
}
const write = fs.writeFileSync;
fs.writeFileSync = (place, content, ...rest) => {
  if (String(place).startsWith(KILL_IN) && String(n++) === KILL_AT) {
    write(place, content.slice(0, content.length / 2), ...rest);
    process.kill(process.pid, "SIGKILL");
  }
  return write(place, content, ...rest);
};
syncBuiltinESMExports();
