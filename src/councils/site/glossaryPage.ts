import { escapeHtml } from "../../engine/report/escapeHtml.js";
import { date, list } from "../../engine/report/format.js";
import type { SitePage } from "../../engine/report/sitePage.js";
import { bandsOf, ratingsOf, totalsOf } from "../../ratings/scheme.js";
import type { Dataset } from "../data/dataset.js";
import { notConfirmed, reportedWithdrawn, reportWithdrawn } from "../data/publicRating.js";
import type { SiteData } from "./siteData.js";

type Term = readonly [term: string, meaning: string];

/** What holds of the scheme that the data are under: its ratings, and how a total becomes one. */
function schemeTerms({ scheme, completeTo }: Dataset): readonly Term[] {
  const { min, max } = totalsOf(scheme);
  const bands = bandsOf(scheme);
  const ranges = (bands ?? []).map(({ rating, from, to }) => `${rating} ${from} to ${to}`);
  return [
    [
      "Rating",
      `The overall grade that a council is given by its regulator (${scheme.regulator}). From the lowest: ${list(ratingsOf(scheme))}.`,
    ],
    [
      "Statement",
      `One of the ${scheme.parts.length} quality statements that a council is assessed on. They are listed below.`,
    ],
    [
      "Score",
      "The grade of a council on one statement. 3 is a good standard and 4 an exceptional one; 1 and 2 say that there are shortfalls.",
    ],
    ...(bands === null
      ? []
      : ([
          [
            "Total",
            `The scores added up: from ${min} to ${max}. It decides the rating: ${list(ranges)}.`,
          ],
          [
            "Percentage",
            `The total as a share of ${max}, as published. That it is rounded up is inferred from the published figures.`,
          ],
          [
            "Points from another rating",
            "By how many points the total would have to differ for the rating to be another. It is arithmetic, and says nothing of what a council did.",
          ],
        ] satisfies Term[])),
    [
      "Complete set",
      `The reports published by ${date(completeTo)}. All of them are in the data. Of later ones only some are, so they are no fair sample.`,
    ],
  ];
}

const otherTerms: readonly Term[] = [
  [
    "Pilot",
    "One of five assessments of summer 2023. Their ratings were indicative, so they are not counted among the others.",
  ],
  ["Tranche", "Councils whose reports were published in the same months."],
  [
    notConfirmed,
    "One source alone gives a rating, and nobody has read it on CQC’s page. The rating is then not printed.",
  ],
  [
    reportWithdrawn,
    "CQC has taken the report down. The rating is not printed. A council’s page names the source.",
  ],
  [
    reportedWithdrawn,
    "One source alone says that CQC has taken the report down. The rating is not printed. A council’s page names the source.",
  ],
  ["Disputed score", "Two sources give different scores. Both are shown, as in “2 or 3”."],
  [
    "Interval",
    "A range that says how far chance alone could move a figure, if the councils assessed were a draw from many like them.",
  ],
  [
    "Bounds",
    "A range that no chance enters: the lowest and highest that the missing reports could make a figure.",
  ],
  [
    "Notified",
    "CQC has told the Secretary of State that a council does not meet its functions to an acceptable standard. The law asks it to do so.",
  ],
];

/** What the words of the site mean, and the statements by name. */
export function glossaryPage({ dataset }: SiteData): SitePage {
  const terms = [...schemeTerms(dataset), ...otherTerms].map(
    ([term, meaning]) => `<dt>${escapeHtml(term)}</dt>\n<dd>${escapeHtml(meaning)}</dd>`,
  );
  const themes = dataset.scheme.themes.map(({ id, name }) => {
    const items = dataset.scheme.parts
      .filter(({ theme }) => theme === id)
      .map(
        ({ name: full, short }) =>
          `<li>${escapeHtml(full === short ? full : `${full} (here: ${short})`)}</li>`,
      );
    return `<h3>${escapeHtml(name)}</h3>\n<ul>\n${items.join("\n")}\n</ul>`;
  });
  return {
    path: "glossary/index.html",
    title: "Glossary",
    description: "What rating, score, statement and total mean on this site.",
    main: `<dl class="terms">\n${terms.join("\n")}\n</dl>\n<h2 id="statements">The quality statements</h2>\n${themes.join("\n")}`,
  };
}
