import type { Answer, Asking } from "./getPage.js";
import { getPage } from "./getPage.js";
import type { RawPages } from "./rawPages.js";

/** What came of asking for a page: its text, as read now or before, or why there is none. */
export type Read =
  | { readonly kind: "page"; readonly url: string; readonly content: string }
  | { readonly kind: "gone"; readonly status: number }
  | { readonly kind: "problem"; readonly what: string }
  | { readonly kind: "stopped" };

/** Asks for one page after another, with a pause between them, as many as the limit says. */
export interface Reader {
  /** Null where the run has read as many as it may, or too many in a row have failed. */
  readonly get: (url: string) => Promise<Answer | null>;
  /** As `get`, asking whether the page has changed, and keeping it. */
  readonly read: (url: string) => Promise<Read>;
  /** Why it gives null. */
  readonly stopped: () => string | null;
}

export function toReader(asking: Asking, raw: RawPages, delay: number): Reader {
  const { effects, limits } = asking;
  let [asked, failed] = [0, 0];
  let stopped: string | null = null;
  const get = async (url: string, conditional = false): Promise<Answer | null> => {
    if (stopped === null && failed === limits.failures)
      stopped = `stopped after ${failed} pages in a row that could not be read`;
    if (stopped === null && asked === limits.pages) stopped = `stopped after ${asked} pages`;
    if (stopped !== null) return null;
    await effects.sleep(Math.max(limits.pause, delay));
    asked += 1;
    const known = conditional && raw.content(url) !== null ? raw.page(url) : undefined;
    const answer = await getPage(url, known ?? null, asking);
    failed = answer.kind === "problem" ? failed + 1 : 0;
    return answer;
  };
  return {
    stopped: () => stopped,
    get,
    async read(url) {
      const answer = await get(url, true);
      const now = effects.now();
      if (answer === null) return { kind: "stopped" };
      if (answer.kind === "problem") return answer;
      if (answer.kind === "gone") {
        if (raw.page(url)) raw.mark(url, answer.status as 404 | 410, now);
        return answer;
      }
      if (answer.kind === "page") {
        raw.keep(url, answer.content, answer, now);
        return { kind: "page", url: answer.url, content: answer.content };
      }
      raw.mark(url, 304, now);
      const content = raw.content(url);
      if (content === null) return { kind: "problem", what: "unchanged, but its copy is gone" };
      return { kind: "page", url, content };
    },
  };
}
