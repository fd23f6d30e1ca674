import type { ServerResponse } from "node:http";
import { ExpectedError, messageOf } from "../../errors.js";
import { reloadScript } from "./reloadScript.js";
import type { LiveSite } from "./liveSite.js";
import { serve } from "./serve.js";
import { watchFiles } from "./watchFiles.js";

export interface PreviewOptions {
  /**
   * Makes every file anew, by path, with more HTML for the head of each page. Throws an
   * ExpectedError for what the person at work can mend.
   */
  readonly make: (head: string) => Promise<Pick<LiveSite, "files" | "sources">>;
  /** Files to watch besides those that pages are made from, and folders for what comes and goes. */
  readonly watched: () => readonly string[];
  /** A port; a free one where it is left out. */
  readonly port?: number;
  /** Called after each build with what is wrong, a line each. */
  readonly onBuilt: (problems: readonly string[]) => void;
}

export interface Preview {
  readonly address: string;
  /** Rejects with a defect that a build runs into. */
  readonly failed: Promise<never>;
  readonly close: () => Promise<void>;
}

/** How long nothing must change before files are read: an editor may write one in several steps. */
const quiet = 80;

/**
 * Opens a server on this machine that shows notebooks live and makes them anew when a file that they are
 * made from changes. Pages that are open reload then; where something is wrong they say what, and
 * stay as they were. Throws what the first build throws.
 */
export async function preview(options: PreviewOptions): Promise<Preview> {
  const { make, watched, port = 0, onBuilt } = options;
  const session = process.pid;
  let builds = 0;
  let version = "";
  let made: Pick<LiveSite, "files" | "sources">;
  let problems: readonly string[] = [];
  const listeners = new Set<ServerResponse>();
  const state = () => `data: ${JSON.stringify({ version, problems })}\n\n`;

  async function build(): Promise<void> {
    const next = `${session}-${++builds}`;
    made = await make(`<script type="module" src="/reload.js?version=${next}"></script>`);
    version = next;
    problems = [];
    onBuilt(problems);
  }
  await build();

  async function rebuild(): Promise<void> {
    try {
      await build();
    } catch (error) {
      // What the disk refuses may come back, as when another branch is checked out.
      const isOfDisk = error instanceof Error && "syscall" in error;
      if (!(error instanceof ExpectedError) && !isOfDisk) throw error;
      problems = error instanceof ExpectedError ? error.problems : [messageOf(error)];
      onBuilt(problems);
    }
    watch();
    for (const listener of listeners) listener.write(state());
  }

  const served = await serve({
    port,
    read: (path) => (path === "reload.js" ? reloadScript : (made.files.get(path) ?? null)),
    intercept: (path, request, response) => {
      if (path !== "changes") return false;
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write(state());
      listeners.add(response);
      request.once("close", () => listeners.delete(response));
      return true;
    },
  });

  let fail!: (error: unknown) => void;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  let building: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const onChange = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building.then(rebuild).catch(fail);
    }, quiet);
  };
  const watcher = watchFiles(onChange);
  const watch = () => watcher.set([...made.sources, ...watched()]);
  watch();
  return {
    address: served.address,
    failed,
    close: async () => {
      clearTimeout(timer);
      watcher.close();
      for (const listener of listeners) listener.end();
      await building;
      await served.close();
    },
  };
}
