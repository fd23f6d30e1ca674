import robotsParser from "robots-parser";
import { ExpectedError } from "../../errors.js";
import { getPage, type Asking } from "./getPage.js";

/** What a site's robots.txt asks of a reader. */
export interface Robots {
  readonly isAllowed: (url: string) => boolean;
  /** Milliseconds between requests, or 0. */
  readonly delay: number;
}

/**
 * Reads a site's robots.txt (RFC 9309). Where there is none, all may be read; where it cannot be
 * read, nothing may, and an ExpectedError says so.
 */
export async function readRobots(
  origin: string,
  asking: Omit<Asking, "isAllowed" | "types">,
): Promise<Robots> {
  const url = `${origin}/robots.txt`;
  const answer = await getPage(url, null, {
    ...asking,
    isAllowed: () => true,
    types: ["text/plain"],
  });
  if (answer.kind === "gone") return { isAllowed: () => true, delay: 0 };
  if (answer.kind !== "page")
    throw new ExpectedError(
      `${url}: ${answer.kind === "problem" ? answer.what : "not read"}: nothing was read`,
    );
  const robots = robotsParser(answer.url, answer.content);
  // What is asked of one protocol is asked of the other.
  const onSite = (page: string) => {
    const { pathname, search } = new URL(page);
    return new URL(pathname + search, answer.url).href;
  };
  const delay = 1000 * (robots.getCrawlDelay(asking.userAgent) ?? 0);
  if (delay > asking.limits.longestWait)
    throw new ExpectedError(
      `${url}: asks for ${delay / 1000} s between requests: nothing was read`,
    );
  return { isAllowed: (page) => robots.isAllowed(onSite(page), asking.userAgent) !== false, delay };
}
