type Frame = (time: number) => void;

/** A screen's time between two frames, in milliseconds. */
const between = 17;
/** What still moves after half a minute moves for ever, as far as a report can tell. */
const most = 2000;

let frames = new Map<number, Frame>();
let last = 0;

/** A browser's frames, in a time of their own: nobody watches, so each follows the one before. */
export const frameGlobals = {
  requestAnimationFrame(frame: Frame): number {
    last += 1;
    frames.set(last, frame);
    return last;
  },
  cancelAnimationFrame(id: number): void {
    frames.delete(id);
  },
};

export function forgetFrames(): void {
  frames = new Map();
}

/**
 * Runs frames until none is asked for, so that what moves comes to rest. Gives how it ended: no frame
 * was asked for, all came to rest, or it moves on and on.
 */
export function runFrames(fail: (error: unknown) => void): "still" | "rested" | "moving" {
  if (frames.size === 0) return "still";
  const before = Object.getOwnPropertyDescriptor(performance, "now");
  let time = performance.now();
  Object.defineProperty(performance, "now", { value: () => time, configurable: true });
  try {
    for (let count = 0; count < most; count += 1) {
      if (frames.size === 0) return "rested";
      time += between;
      const due = frames;
      frames = new Map();
      for (const frame of due.values()) {
        try {
          frame(time);
        } catch (error) {
          fail(error);
        }
      }
    }
    return "moving";
  } finally {
    if (before) Object.defineProperty(performance, "now", before);
    else Reflect.deleteProperty(performance, "now");
  }
}
