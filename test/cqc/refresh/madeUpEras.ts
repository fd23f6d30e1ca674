import { createHash } from "node:crypto";
import { scheme } from "../../madeUp.js";
import { summaryPage, type Answers, type Handler, type MadeUpReport } from "./madeUpSite.js";

/** A made-up site with a report of each era of CQC's addresses: each first page links its summary in its own way. */

const reports = "/care-services/local-authority-assessment-reports";
const listing = "/search/content/7217";

/** Answers with a page and its hash, and 304 to whoever knows it. */
export const tagged =
  (page: string): Handler =>
  (request, response) => {
    const etag = `"${createHash("sha256").update(page).digest("hex").slice(0, 16)}"`;
    if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
    else response.writeHead(200, { "content-type": "text/html; charset=utf-8", etag }).end(page);
  };

const frame = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><main><h1>${title}</h1>${body}</main></body></html>`;

const link = (path: string, text: string) => `<li><a href="${reports}/${path}">${text}</a></li>`;

interface Era extends MadeUpReport {
  readonly era: string;
  /** The path of the summary, below the reports; null where none is linked or there. */
  readonly summary: string | null;
  /** The text of its link. */
  readonly text: string;
  readonly isPilot?: boolean;
}

export const eras: readonly Era[] = [
  {
    ...{ era: "pilots of 2023", council: "Suffolk County Council", slug: "suffolk-cc" },
    ...{ scores: "333343332", published: "2023-11-17", isPilot: true },
    ...{ summary: "suffolk-cc/overall-summary", text: "Overall summary" },
  },
  {
    ...{ era: "May 2024", council: "Hertfordshire County Council", slug: "Hertfordshire-0524" },
    ...{ scores: "333343333", published: "2024-05-17" },
    ...{ summary: "Hertfordshire2", text: "Overall summary" },
  },
  {
    ...{ era: "to early 2025", council: "Westminster City Council", slug: "westminster-1124" },
    ...{ scores: "333333333", published: "2024-11-08" },
    ...{ summary: "westminster-1124-summary", text: "Summary" },
  },
  {
    ...{ era: "from May 2025", council: "City of York Council", slug: "york-1225" },
    ...{ scores: "122121122", published: "2025-12-05" },
    ...{ summary: "york-1225/summary", text: "Overall summary" },
  },
  {
    ...{ era: "May 2026", council: "Royal Borough of Greenwich", slug: "greenwich-0526" },
    ...{ scores: "222333222", published: "2026-05-22" },
    ...{ summary: "greenwich-0526/what-we-found", text: "Overall summary" },
  },
  {
    ...{
      era: "a report whose pages link no summary",
      council: "Kent County Council",
      slug: "kent-0626",
    },
    ...{ scores: "333333333", published: "2026-06-12" },
    ...{ summary: null, text: "" },
  },
];

const statementName = (at: number) => scheme.parts[at].name;

/** The first page of a report: what it is about, and links to this report and to another's. */
function firstPage({ council, slug, published, summary, text, isPilot }: Era): string {
  const months =
    "January February March April May June July August September October November December".split(
      " ",
    );
  const [year, month, day] = published.split("-").map(Number);
  const own = summary === null ? "" : link(summary, text);
  return frame(
    `${council}${isPilot ? "" : ": local authority"} assessment`,
    `<h2>How we assess local authorities</h2>
<p>Assessment published: ${day} ${months[month - 1]} ${year}</p>
<h2>Demographics</h2><p>Made up.</p>
<nav><ul>${own}
${scheme.parts.map((_, at) => link(statementPath(slug, at, isPilot), statementName(at))).join("\n")}
${link("camden-0225/summary", "Overall summary")}</ul></nav>`,
  );
}

export function statementPath(slug: string, at: number, isPilot = false): string {
  return isPilot
    ? `${slug}/${at < 3 ? "1-working" : "2-more"}/statement-${at + 1}`
    : `${slug}-theme${at < 3 ? 1 : 2}-statement${at + 1}`;
}

const meanings = scheme.levels.map(({ meaning }) => meaning);

function pilotSummary({ council }: Era): string {
  return frame(
    `${council} assessment`,
    `<p>Published: 17 November 2023 Page last updated: 17 November 2023</p>
<h2>Overall summary</h2><h3>Local authority indicative rating</h3>
<p>Good: Evidence shows a good standard</p>`,
  );
}

function statementPage({ council, scores, isPilot }: Era, at: number): string {
  const score = Number(scores[at]);
  const article = score === 2 || score === 1 ? "" : score === 4 ? "an " : "a ";
  return frame(
    `${council}${isPilot ? "" : ": local authority"} assessment`,
    `<h2>${statementName(at)}</h2><p>${isPilot ? "Indicative score:" : `Score: ${score}`}</p>
<p>${score} - Evidence shows ${article}${meanings[score - 1]}</p>`,
  );
}

/** The list links the first pages, as CQC's does. */
export function siteOfEras(of: readonly Era[] = eras): Answers {
  const list = of
    .map(({ council, slug, isPilot }) =>
      link(slug, `${council}${isPilot ? "" : ": local authority"} assessment`),
    )
    .join("\n");
  const answers: Answers = {
    [listing]: `<!doctype html><html lang="en"><body><main><h1>Reports</h1><ul>${list}</ul></main></body></html>`,
  };
  for (const era of of) {
    answers[`${reports}/${era.slug}`] = tagged(firstPage(era));
    if (era.summary !== null)
      answers[`${reports}/${era.summary}`] = tagged(
        era.isPilot ? pilotSummary(era) : summaryPage(era),
      );
    for (const at of scheme.parts.keys())
      answers[`${reports}/${statementPath(era.slug, at, era.isPilot)}`] = tagged(
        statementPage(era, at),
      );
  }
  return answers;
}
