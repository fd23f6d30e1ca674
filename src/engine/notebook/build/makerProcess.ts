import type { Readable } from "node:stream";
import { heapMegabytes, takeMaker } from "./forkMaker.js";
import type { Job, Made, MakeOptions } from "./job.js";
import { readNotes, type Note } from "./notes.js";

/** What a process is told: what its reports have in common, then one job after another. */
export type ToWorker =
  | {
      readonly common: Pick<
        MakeOptions,
        "date" | "formats" | "frame" | "footer" | "otherFooter" | "timeout" | "showsSource"
      > & {
        /** The data as JSON in UTF-8: a text with one dash in it takes two bytes a character. */
        readonly data: Uint8Array;
      };
    }
  | { readonly index: number; readonly job: Job };

/** What a process answers for each job: the report, or an error that nobody expected. */
export type FromWorker = { readonly index: number } & (
  { readonly made: Made } | { readonly defect: unknown }
) & {
    /** A cell left something open that may yet run: the process is to make no other report. */
    readonly isSpent?: boolean;
  };

/** How a process ended that was not told to. */
export interface Crash {
  /** The job that it was at, or null where it was at none. */
  readonly index: number | null;
  /** Why, in words. */
  readonly message: string;
  /** Lines on the cells that were at work begin with these. */
  readonly cells: readonly string[];
  /** It gave no sign of life. */
  readonly isSilent: boolean;
  /** What an earlier job left behind ended it. */
  readonly isOfEarlier: boolean;
  /** Something outside ended it. */
  readonly isKilled: boolean;
}

export interface MakerProcess {
  readonly tell: (message: ToWorker) => void;
  /** Ends it at once: it has nothing to lose. */
  readonly end: () => void;
}

export interface MakerEvents {
  readonly onAnswer: (answer: FromWorker) => void;
  /** Called once, when the process is no more; with null where it was told to end. */
  readonly onEnd: (crash: Crash | null) => void;
  readonly onNoStart: (error: Error) => void;
  /** Called with what it wrote to standard error while it made a report. */
  readonly onSaid: (text: string) => void;
}

/** Longer than a process needs to end itself where it gives no sign of life. */
const patience = 15_000;

/** How long a process may take to start, and to read the data. */
const startBound = 600_000;

/** What a process was last seen at, from its notes. */
export function follow(pipe: Readable, endIt: () => void) {
  let index: number | null = null;
  let isSilent = false;
  const onSilent = () => {
    isSilent = true;
    endIt();
  };
  let bound = startBound;
  let stopped: Extract<Note, { readonly kind: "stopped" }> | null = null;
  const known = new Map<string, string>();
  const running = new Set<string>();
  /** The one that has not yet waited for anything: nothing else can have run since it began. */
  let alone: string | null = null;
  let timer: NodeJS.Timeout | undefined = setTimeout(onSilent, bound + patience);
  const onNote = (note: Note) => {
    clearTimeout(timer);
    if (note.kind === "begun") {
      if (note.index !== index) for (const cells of [known, running]) cells.clear();
      alone = null;
      ({ index, bound } = note);
    } else if (note.kind === "entered") {
      known.set(note.script, note.where);
      running.add(note.script);
      alone = note.script;
    } else if (note.kind === "returned") alone = null;
    else if (note.kind === "left") {
      running.delete(note.script);
      if (alone === note.script) alone = null;
    } else if (note.kind === "stopped") stopped = note;
    timer = setTimeout(onSilent, bound + patience);
  };
  readNotes(pipe, onNote);
  return {
    answered: () => {
      index = null;
    },
    end: () => {
      clearTimeout(timer);
      const one = stopped?.script ?? alone;
      const scripts = one === null ? [...running] : [one];
      const cells = scripts.flatMap((script) => known.get(script) ?? []);
      const isOfEarlier = typeof stopped?.script === "string" && !known.has(stopped.script);
      return { index, silent: stopped?.silent ?? (isSilent ? bound : null), isOfEarlier, cells };
    },
  };
}

function endWords(code: number | null, signal: NodeJS.Signals | null): string {
  if (signal === "SIGABRT" || code === 134)
    return `the process was aborted, as when a cell needs more memory than ${heapMegabytes} MB`;
  return `the process ended with ${signal ?? code}`;
}

/** Starts a process that makes reports, watches it and says how it ended. */
export function startMaker(file: string, events: MakerEvents): MakerProcess {
  const { onAnswer, onEnd, onNoStart, onSaid } = events;
  const child = takeMaker(file);
  let isTold = false;
  const end = () => {
    isTold = true;
    child.kill("SIGKILL");
  };
  // What it says while it works is passed on when a report is made: what an engine says of its own
  // end would only hide the line that names the notebook.
  let said: string[] = [];
  child.stderr?.setEncoding("utf8").on("data", (text: string) => said.push(text));
  const seen = follow(child.stdio[4] as Readable, () => child.kill("SIGKILL"));
  child.on("error", (error) => {
    if (child.pid === undefined) onNoStart(error);
  });
  child.on("message", (answer: FromWorker) => {
    if (isTold) return;
    seen.answered();
    if (said.length > 0) onSaid(said.join(""));
    said = [];
    onAnswer(answer);
  });
  const finish = (code: number | null, signal: NodeJS.Signals | null) => {
    clearTimeout(timer);
    child.off("close", finish);
    for (const pipe of [child.stderr, child.stdio[4]]) pipe?.destroy();
    const { index, silent, isOfEarlier, cells } = seen.end();
    if (isTold) return onEnd(null);
    const isSilent = silent !== null;
    const message = isSilent
      ? `ran for more than ${Math.floor(silent / 1000)} s without a pause, as a loop without an end does`
      : endWords(code, signal);
    const isKilled = signal === "SIGKILL" && !isSilent;
    onEnd({ index, message, cells, isSilent, isOfEarlier, isKilled });
  };
  let timer: NodeJS.Timeout | undefined;
  // "close" comes when all that it wrote was read, its last notes too; never, where a process that a
  // cell started holds its pipes.
  child.once("close", finish);
  child.once("exit", (code, signal) => {
    timer = setTimeout(finish, 1000, code, signal);
  });
  return {
    // Where the process has just ended, that is said of it, not that it takes no message.
    tell: (message) => child.send(message, () => undefined),
    end,
  };
}
