import type { ServerResponse } from "node:http";
import { ExpectedError, messageOf } from "../../errors.js";
import { problemPage } from "./problemPage.js";
import { reloadScript } from "./reloadScript.js";
import type { LiveSite } from "./liveSite.js";
import { serve } from "./serve.js";
import { watchFiles } from "./watchFiles.js";

/** A site's files by path, and what is wrong with pages that are left out, a line each, by path. */
export interface PreviewedSite extends Pick<LiveSite, "files" | "sources"> {
  readonly failed: ReadonlyMap<string, readonly string[]>;
}

export interface PreviewOptions {
  /**
   * Makes every file anew, by path, with more HTML for the head of each page. Throws an
   * ExpectedError for what the person at work can mend.
   */
  readonly make: (head: string) => Promise<PreviewedSite>;
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

/** What an open page is told. */
interface PageState {
  readonly version: string;
  readonly problems: readonly string[];
  /** The paths of pages that are as they were before a change that has a problem. */
  readonly kept: readonly string[];
}

/** How long nothing must change before files are read: an editor may write one in several steps. */
const quiet = 80;

/**
 * Opens a server on this machine that shows notebooks live and makes them anew when a file that they are
 * made from changes. Pages that are open reload then; one that has a problem says what, and stays as
 * it was, or says no more than that where it was never made.
 */
export async function preview(options: PreviewOptions): Promise<Preview> {
  const { make, watched, port = 0, onBuilt } = options;
  const session = process.pid;
  let builds = 0;
  let made: PreviewedSite = { files: new Map(), sources: [], failed: new Map() };
  /** Paths that were made in some build: what they hold is kept where a later one fails. */
  const everMade = new Set<string>();
  let state: PageState = { version: "", problems: [], kept: [] };
  const listeners = new Set<ServerResponse>();
  const message = () => `data: ${JSON.stringify(state)}\n\n`;
  const reload = (version: string) =>
    `<script type="module" src="/reload.js?version=${version}"></script>`;

  async function build(): Promise<void> {
    const version = `${session}-${++builds}`;
    const next = await make(reload(version));
    for (const path of next.files.keys()) everMade.add(path);
    const kept = [...next.failed.keys()].filter((path) => everMade.has(path));
    const pages = [...next.failed].map(([path, lines]): [string, string] => [
      path,
      problemPage(lines, reload(version)),
    ]);
    // A page that is kept as it was needs the scripts that it was made with.
    const before = kept.length > 0 ? made.files : [];
    const shown = pages.filter(([path]) => !kept.includes(path));
    made = { ...next, files: new Map([...before, ...next.files, ...shown]) };
    state = { version, problems: [...next.failed.values()].flat(), kept };
  }

  async function rebuild(): Promise<void> {
    try {
      await build();
    } catch (error) {
      // What the disk refuses may come back, as when another branch is checked out.
      const isOfDisk = error instanceof Error && "syscall" in error;
      if (!(error instanceof ExpectedError) && !isOfDisk) throw error;
      const problems = error instanceof ExpectedError ? error.problems : [messageOf(error)];
      state = { ...state, problems, kept: [...made.files.keys()] };
    }
    // What files are like is known before anybody may change them in answer to this.
    watcher.set([...made.sources, ...watched()]);
    onBuilt(state.problems);
    for (const listener of listeners) listener.write(message());
  }
  let fail!: (error: unknown) => void;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  let timer: NodeJS.Timeout | undefined;
  let building: Promise<void> = Promise.resolve();
  const watcher = watchFiles(() => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building.then(rebuild).catch(fail);
    }, quiet);
  });
  const stop = async () => {
    clearTimeout(timer);
    watcher.close();
    await building;
  };

  const read = (path: string) => {
    if (path === "reload.js") return reloadScript;
    const isPage = path === "index.html" || path.startsWith("live/");
    // Where nothing could be made yet, every page says why.
    if (state.version === "" && isPage) return problemPage(state.problems, reload(""));
    return made.files.get(path) ?? null;
  };
  await rebuild().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const served = await serve({
    port,
    read,
    intercept: (path, request, response) => {
      if (path !== "changes") return false;
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write(message());
      listeners.add(response);
      request.once("close", () => listeners.delete(response));
      return true;
    },
  }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    address: served.address,
    failed,
    close: async () => {
      for (const listener of listeners) listener.end();
      await stop();
      await served.close();
    },
  };
}
