import { LeftOut } from "../../errors.js";
import { reasons } from "./leftOutReasons.js";

type Fetch = typeof fetch;

function addressOf(asked: unknown): string {
  if (typeof asked === "object" && asked !== null && "url" in asked) return String(asked.url);
  return String(asked);
}

/**
 * `fetch` for cells: it reads what the notebook has already, in the address itself or beside it, and
 * refuses every other address in words. What a host answers today it may not answer tomorrow, and a
 * live page may not ask another host.
 */
export function limitFetch(
  fetch: Fetch,
  { base, isOwn }: { readonly base?: string; readonly isOwn: (address: URL) => boolean },
): Fetch {
  return async (asked, options) => {
    const address = addressOf(asked);
    if (URL.canParse(address, base)) {
      const url = new URL(address, base);
      if (url.protocol === "data:" || url.protocol === "blob:" || isOwn(url))
        return fetch(asked, options);
    }
    const message = `fetch: a report asks no host for anything: save it beside the notebook and use FileAttachment: ${address}`;
    // An address without a host is of a file that could be attached.
    throw /^https?:/i.test(address) ? new LeftOut(message, reasons.host) : new Error(message);
  };
}
