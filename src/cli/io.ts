/** Where a command writes. Tests pass their own. */
export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Somebody watches standard error, so that progress may be shown there. */
  readonly isWatched?: boolean;
}

/** Writes to a stream of the process. A reader that has gone (`| head`) is no failure. */
function write(stream: NodeJS.WriteStream, text: string): void {
  if (stream.listenerCount("error", ignoreClosed) === 0) stream.on("error", ignoreClosed);
  stream.write(text);
}

function ignoreClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

/** The process makes each stream when it is first asked for, which takes a while. */
export const processIo: Io = {
  stdout: (text) => write(process.stdout, text),
  stderr: (text) => write(process.stderr, text),
  get isWatched() {
    return process.stderr.isTTY && !process.env.CI;
  },
};
