import { escapeHtml } from "../../engine/report/escapeHtml.js";

/** A notebook that a site holds. */
export interface SiteReport {
  readonly id: string;
  readonly title: string;
  /** What it finds first; empty where it has no prose. */
  readonly sentence: string;
  /** Its figures that have a page, from the site's root. */
  readonly figures?: readonly {
    readonly title: string;
    readonly number: number;
    readonly folder: string;
  }[];
}

interface Line {
  readonly title: string;
  readonly line: string;
  /** It is one to operate: a reader gets the live page first. */
  readonly isLive?: true;
}

/** What each report is for, in a line. One that is not here is listed with what it finds. */
const lines: Readonly<Record<string, Line>> = {
  summary: {
    title: "Summary",
    line: "The findings in two pages, with the case for one rating and against it.",
  },
  "single-word": { title: "One rating", line: "What one rating hides, and what speaks for it." },
  national: {
    title: "The national picture",
    line: "Ratings, totals and scores, by region and type of council.",
  },
  pilots: {
    title: "Pilots and later councils",
    line: "The five pilots, the first councils and later ones, side by side.",
  },
  intervention: {
    title: "Reports to the Secretary of State",
    line: "The councils that CQC reported, scores of 1, and the steps in law.",
  },
  compare: {
    title: "Compare councils",
    line: "Two to five councils of your choice, side by side.",
    isLive: true,
  },
  "self-assessment": {
    title: "Your own scores",
    line: "The rating that nine scores add up to. Nothing you enter leaves your browser.",
    isLive: true,
  },
  council: { title: "One council", line: "Its rating, its nine scores and measured outcomes." },
  elsewhere: {
    title: "Other rating schemes",
    line: "What one rating tells of care homes and children’s services.",
  },
  services: {
    title: "Care services",
    line: "What stands behind the ratings of care services, in two samples.",
  },
  claims: { title: "Claims", line: "What has been said of the ratings, and what the data say." },
  methods: { title: "Methods", line: "Every test, check and assumption, for statisticians." },
};

/** Reports that the site has other pages for, one of each body. */
const elsewhere: readonly string[] = ["council", "region"];
/** Notebooks to copy. */
export const starters: readonly string[] = ["explore"];

/** What a report is called in lists. */
export const reportName = ({ id, title }: Pick<SiteReport, "id" | "title">): string =>
  lines[id]?.title ?? title;

/** The reports of a site with one line each, in the order given. */
export function reportLines(reports: readonly SiteReport[], up: string): string {
  const items = reports
    .filter(({ id }) => !elsewhere.includes(id) && !starters.includes(id))
    .map(({ id, title, sentence }) => {
      const known = lines[id];
      const name = escapeHtml(known?.title ?? title);
      const said = (label: string) => `${label}<span class="hidden">: ${name}</span>`;
      const live = `${up}live/${id}.html`;
      const first = known?.isLive ? live : `${up}${id}.html`;
      const other = known?.isLive
        ? `<a href="${up}${id}.html">${said("Form to print")}</a>`
        : `<a href="${live}">${said("Interactive")}</a>`;
      return `<li><a href="${first}">${name}</a><span>${escapeHtml(known?.line ?? sentence)}</span><span class="downloads">${other} <a href="${up}${id}.pdf">${said("PDF")}</a></span></li>`;
    });
  return `<ul class="lines">\n${items.join("\n")}\n</ul>`;
}

/** A line that leads to the page on which a region is chosen, where the site has it. */
export const liveRegion = (reports: readonly SiteReport[], up: string): string =>
  reports.some(({ id }) => id === "region")
    ? `<p><a href="${up}live/region.html">Choose a region</a>, and the figures follow.</p>\n`
    : "";
