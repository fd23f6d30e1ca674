import type { Io } from "./io.js";

/** A line that counts up in a terminal while somebody watches it, and that goes at the end. */
export function progressLine(io: Io): {
  readonly show: (done: number, total: number) => void;
  readonly end: () => void;
} {
  let shown = "";
  const write = (text: string) => {
    if (!io.isWatched || text === shown) return;
    io.stderr(`\r\u001b[K${text}`);
    shown = text;
  };
  return {
    show: (done, total) => {
      if (total === 1) return;
      const width = 30;
      const filled = Math.round((width * done) / total);
      write(`[${"#".repeat(filled)}${".".repeat(width - filled)}] ${done} of ${total} reports`);
    },
    end: () => write(""),
  };
}
