import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { bandOfSum, percentageOfSum, ratingsOf } from "../../../src/ratings/scheme.js";
import { scheme } from "../../madeUp.js";

const scoreMeanings = scheme.levels.map(({ meaning }) => meaning!);
const statements = scheme.parts;
const ratings = ratingsOf(scheme);

/** A made-up site in the shape of CQC's, on this machine. */

const words = (iso: string) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(iso));

export interface MadeUpReport {
  readonly council: string;
  readonly slug: string;
  /** Nine digits. */
  readonly scores: string;
  readonly published: string;
  readonly updated?: string;
}

/** A summary in CQC's layout, whose word and percentage follow from its scores. */
export function summaryPage({ council, scores, published, updated }: MadeUpReport): string {
  const sum = [...scores].reduce((total, digit) => total + Number(digit), 0);
  const { rating } = bandOfSum(scheme, sum);
  const meaning = scoreMeanings[ratings.indexOf(rating)];
  const items = [...scores].map((digit, i) => `<li>${statements[i].name}<br>Score: ${digit}</li>`);
  return `<!doctype html>
<html lang="en"><head><title>${council}</title></head><body><main>
<h1>${council}: local authority assessment</h1>
<p>Published: ${words(published)} Page last updated: ${words(updated ?? published)}</p>
<h2>Overall summary</h2>
<h2>Local authority rating and score</h2>
<ul><li>${council}<br>${rating}</li></ul>
<p>${council} scored ${percentageOfSum(scheme, sum)} out of 100 overall, indicating ${/^[aeio]/.test(meaning) ? "an" : "a"} ${meaning}</p>
<h2>Quality statement scores</h2>
<ul>${items.join("\n")}</ul>
</main></body></html>
`;
}

/** Pages of a listing, so many reports a page, that link each summary. */
export function listingPages(reports: readonly MadeUpReport[], size = 10): Record<string, string> {
  const path = "/search/content/7217";
  const at = (page: number) => (page === 0 ? path : `${path}?page=${page}`);
  const pages = Math.max(1, Math.ceil(reports.length / size));
  return Object.fromEntries(
    Array.from({ length: pages }, (_, page) => {
      const links = reports
        .slice(page * size, (page + 1) * size)
        .map(
          ({ council, slug }) =>
            `<li><a href="/care-services/local-authority-assessment-reports/${slug}/summary">${council}: local authority assessment</a></li>`,
        );
      const next =
        page + 1 < pages ? `<nav><a rel="next" href="${at(page + 1)}">Next page</a></nav>` : "";
      return [
        at(page),
        `<!doctype html><html lang="en"><body><main><h1>Reports</h1><ul>${links.join("\n")}</ul></main>${next}</body></html>`,
      ];
    }),
  );
}

export const summaryPath = (slug: string) =>
  `/care-services/local-authority-assessment-reports/${slug}/summary`;

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** What a path answers: a page of HTML, or whatever a function does. */
export type Answers = Record<string, string | Handler>;

export interface MadeUpSite {
  readonly origin: string;
  /** What each path answers; tests change it as they go. All else is 404. */
  answers: Answers;
  /** `GET /path` of each request, in order, and its headers. */
  readonly requests: { readonly path: string; readonly headers: IncomingMessage["headers"] }[];
  readonly close: () => Promise<void>;
}

/** The whole site of some reports. */
export function siteOf(reports: readonly MadeUpReport[], size?: number): Answers {
  return {
    ...listingPages(reports, size),
    ...Object.fromEntries(reports.map((report) => [summaryPath(report.slug), summaryPage(report)])),
  };
}

export async function startSite(answers: Answers = {}): Promise<MadeUpSite> {
  const requests: MadeUpSite["requests"] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    requests.push({ path, headers: request.headers });
    // A run that does not end is a failed test, not a full disk.
    if (requests.length > 1000) return response.destroy();
    const answer = site.answers[path];
    if (answer === undefined) return response.writeHead(404).end();
    if (typeof answer === "function") return answer(request, response);
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const site: MadeUpSite = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answers,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return site;
}
