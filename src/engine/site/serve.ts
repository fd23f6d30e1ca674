import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { ExpectedError } from "../../errors.js";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".pdf": "application/pdf",
  ".svg": "image/svg+xml",
};

export interface ServeOptions {
  /** The content at a path, without the slash before it; null where there is none. */
  readonly read: (path: string) => string | Uint8Array | null;
  /** A port, or 0 for a free one. */
  readonly port?: number;
  /** The Content-Security-Policy of a path's answer. */
  readonly policyOf?: (path: string) => string | undefined;
  /** Answers a request itself and gives true, or gives false. */
  readonly intercept?: (
    path: string,
    request: IncomingMessage,
    response: ServerResponse,
  ) => boolean;
}

export interface Served {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string;
  /** Ends the server and every connection to it. */
  readonly close: () => Promise<void>;
}

function pathOf(url: string | undefined): string | null {
  try {
    const { pathname } = new URL(url ?? "/", "http://127.0.0.1");
    const asked = decodeURIComponent(pathname).replace(/^\/+/, "");
    return asked === "" || asked.endsWith("/") ? `${asked}index.html` : asked;
  } catch {
    return null;
  }
}

/**
 * Serves files on this machine alone, to a browser on it: another host's page cannot read them by
 * a name of its own that leads here. Throws an ExpectedError where the port is taken.
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { read, port = 0, policyOf, intercept } = options;
  const server = createServer((request, response) => {
    const asked = pathOf(request.url);
    // No other page may show these in a frame of its own.
    response.setHeader("x-frame-options", "DENY");
    const host = request.headers.host ?? "";
    const refuse = (status: number, words: string) => {
      response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
      response.end(`${words}\n`);
    };
    if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)) return refuse(403, "Not for this host.");
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "Only GET.");
    if (asked === null) return refuse(400, "Not an address.");
    if (intercept?.(asked, request, response)) return;
    const content = read(asked);
    if (content === null) return refuse(404, `There is no ${asked}.`);
    const policy = policyOf?.(asked);
    response.writeHead(200, {
      "content-type": types[path.extname(asked)] ?? "application/octet-stream",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      ...(policy !== undefined && { "content-security-policy": policy }),
    });
    response.end(request.method === "HEAD" ? undefined : content);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const words =
        error.code === "EADDRINUSE" ? "the port is in use" : "cannot listen on the port";
      reject(new ExpectedError(`${words}: ${port}`, 2));
    });
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
