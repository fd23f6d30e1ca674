import { isUtf8 } from "node:buffer";
import { messageOf } from "../../errors.js";
import type { Effects, Limits } from "./effects.js";

/** What a server gave when it last answered, to ask whether that still holds. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export type Answer =
  | (Validators & { readonly kind: "page"; readonly url: string; readonly content: string })
  | { readonly kind: "unchanged" }
  | { readonly kind: "gone"; readonly status: number }
  | { readonly kind: "problem"; readonly what: string };

interface Again {
  readonly kind: "again";
  readonly what: string;
  /** Milliseconds that the server asks to wait, or null. */
  readonly wait: number | null;
}

export interface Asking {
  readonly effects: Effects;
  readonly limits: Limits;
  readonly userAgent: string;
  /** Whether the site's robots.txt lets this address be read. */
  readonly isAllowed: (url: string) => boolean;
  /** The media types that are read. */
  readonly types: readonly string[];
}

const problem = (what: string) => ({ kind: "problem", what }) as const;
const again = (what: string, wait: number | null = null): Again => ({ kind: "again", what, wait });
const mostRedirects = 3;

/** Milliseconds that a Retry-After header asks for: seconds, or a date. */
function retryAfter(header: string | null, now: Date): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header.trim())) return 1000 * Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}

/** A wait in words; one of more digits than a year has seconds is told apart by that alone. */
function secondsOf(wait: number): string {
  return wait > 1e11 ? "for years" : `${Math.round(wait / 1000)} s`;
}

/** Whether a redirection stays on the site: the same origin, or the same host by https. */
function isSameSite(next: URL, first: URL): boolean {
  if (next.origin === first.origin) return true;
  const isSecured = first.protocol === "http:" && next.protocol === "https:";
  return isSecured && next.hostname === first.hostname && next.port === "";
}

/** Why a request got no answer, or its answer broke off. */
function failure(error: unknown, timeout: number): string {
  if (error instanceof Error && error.name === "TimeoutError")
    return `no whole answer within ${timeout / 1000} s`;
  const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : null;
  return `no whole answer: ${cause?.code ?? messageOf(error)}`;
}

/** The body as far as the limit; null where it is longer. */
async function readBody(response: Response, most: number): Promise<Buffer | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  if (response.body === null) return Buffer.alloc(0);
  // Leaving the loop cancels the rest.
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function readAnswer(
  response: Response,
  url: string,
  asking: Asking,
): Promise<Answer | Again> {
  const { headers } = response;
  const type = (headers.get("content-type") ?? "").split(";")[0].trim().toLowerCase();
  if (!asking.types.includes(type))
    return problem(`expected ${asking.types[0]}: ${type || "no type"}`);
  const stated = headers.get("content-length");
  const tooLong = problem(`longer than ${asking.limits.bytes} bytes`);
  // Told before it is read.
  if (stated !== null && Number(stated) > asking.limits.bytes) {
    await response.body?.cancel();
    return tooLong;
  }
  const body = await readBody(response, asking.limits.bytes);
  if (body === null) return tooLong;
  if (stated !== null && !headers.has("content-encoding") && Number(stated) !== body.length)
    return again(`cut short: ${body.length} of ${stated} bytes`);
  if (!isUtf8(body)) return problem("expected UTF-8");
  return {
    kind: "page",
    url,
    content: body.toString("utf8"),
    etag: headers.get("etag"),
    lastModified: headers.get("last-modified"),
  };
}

async function ask(
  address: string,
  known: Validators | null,
  asking: Asking,
): Promise<Answer | Again> {
  const { effects, limits, userAgent, isAllowed } = asking;
  const headers: Record<string, string> = {
    "user-agent": userAgent,
    accept: asking.types.join(", "),
  };
  if (known?.etag) headers["if-none-match"] = known.etag;
  if (known?.lastModified) headers["if-modified-since"] = known.lastModified;
  const signal = AbortSignal.timeout(limits.timeout);
  let url = address;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    if (!isAllowed(url)) return problem("robots.txt asks not to read it");
    let response: Response;
    try {
      response = await effects.fetch(url, { headers, signal, redirect: "manual" });
      const { status } = response;
      if (status === 200) return await readAnswer(response, url, asking);
      await response.body?.cancel();
    } catch (error) {
      return again(failure(error, limits.timeout));
    }
    const { status } = response;
    if (status === 304)
      return known ? { kind: "unchanged" } : problem("304, though nothing was known");
    if (status === 404 || status === 410) return { kind: "gone", status };
    if (status === 429 || status >= 500)
      return again(String(status), retryAfter(response.headers.get("retry-after"), effects.now()));
    const location = response.headers.get("location");
    if (status < 300 || status >= 400 || location === null) return problem(`status ${status}`);
    if (!URL.canParse(location, url)) return problem("redirected to what is no address");
    const next = new URL(location, url);
    if (!isSameSite(next, new URL(address)))
      return problem(`redirected to another host: ${next.host}`);
    url = next.href;
  }
  return problem(`redirected more than ${mostRedirects} times`);
}

/**
 * Asks for a page, and again where trying again is sensible: no answer, one that broke off, 429
 * and 5xx. The server's Retry-After is kept to, unless it is longer than the limit.
 */
export async function getPage(
  address: string,
  known: Validators | null,
  asking: Asking,
): Promise<Answer> {
  const { effects, limits } = asking;
  for (let tries = 0; ; tries += 1) {
    const answer = await ask(address, known, asking);
    if (answer.kind !== "again") return answer;
    const { what, wait } = answer;
    if (tries === limits.retries) return problem(`${what}, after ${tries + 1} requests`);
    if (wait !== null && wait > limits.longestWait)
      return problem(`${what}: asked to wait ${secondsOf(wait)}`);
    await effects.sleep(Math.max(wait ?? 0, limits.pause * 2 ** tries));
  }
}
