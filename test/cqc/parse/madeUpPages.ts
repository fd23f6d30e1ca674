import {
  percentageOfSum,
  ratingOfSum,
  ratingsOf,
  sumOfScores,
  type Rating,
  type Score,
} from "../../../src/ratings/scheme.js";
import type { Council, Kind } from "../../../src/councils/data/dataset.js";
import { scheme } from "../../madeUp.js";

const ratings = ratingsOf(scheme);
const scoreMeanings = scheme.levels.map(({ meaning }) => meaning!);
const statements = scheme.parts;

/**
 * Made-up pages in the layouts that CQC's pages have, in our own words: what each place says is a
 * field of its own, so that a page can be made that contradicts itself.
 */

export const layouts = [
  "summary 2024",
  "summary 2025",
  "summary score below",
  "summary without percentage",
  "summary in headings",
  "pilot summary",
  "statement",
  "undated statement",
  "pilot statement",
  "release 2023",
  "release 2024",
  "release 2025",
  "release with colons",
  "release without scores",
] as const;
export type Layout = (typeof layouts)[number];

/** What a page says, as a row has it: what must come out if the page is accepted. */
export interface Truth {
  readonly gssCode: string;
  readonly kind: Kind;
  readonly rating: Rating | null;
  readonly percentage: number | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly scores: readonly (Score | null)[];
}

/** What each place of a page says, as printed. */
export interface PageModel {
  readonly layout: Layout;
  readonly title: string;
  /** The council's name beside its word, and beside its percentage. */
  readonly ratedName: string;
  readonly percentageName: string;
  readonly word: string;
  /** The word in a release's title and beside its scores. */
  readonly wordAgain: string;
  readonly meaning: string;
  readonly percentage: string;
  readonly published: string;
  readonly updated: string;
  readonly names: readonly string[];
  readonly scores: readonly string[];
  readonly numbers: readonly string[];
  /** The one statement of a statement's page, from 0, and what CQC calls its score. */
  readonly statement: number;
  readonly scoreAgain: string;
  readonly scoreMeaning: string;
  /** A sentence that pages do not have, and where it stands. */
  readonly notice: string;
  readonly noticeAt: "above title" | "below title" | "below word" | "beside";
  /** HTML, or lines of text, right after the values. */
  readonly after: string;
  /** Themes' row spans. */
  readonly spans: readonly number[];
}

const monthNames =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** `2024-05-17` as "17 May 2024". */
export function longDate(iso: string): string {
  const [year, month, day] = iso.split("-");
  return `${Number(day)} ${monthNames[Number(month) - 1]} ${year}`;
}

const listNames = [
  "how the local authority works with people",
  "supporting people to lead healthier lives",
  "equity in experience and outcomes",
  "providing support (care provision, integration and continuity)",
  "partnership and communities",
  "how the local authority ensures safety in the system",
  "safeguarding",
  "leadership",
  "learning, improvement and innovation",
];
const areaNames = [
  "assessing people’s needs",
  "supporting people to lead healthier lives",
  "equity in experience and outcomes",
  "care provision, integration and continuity of care",
  "partnership and communities",
  "safe pathways, systems and transitions",
  "safeguarding",
  "governance, management and sustainability",
  "learning, improvement and innovation",
];
const words = ["one", "two", "three", "four"];

export interface Assessed {
  readonly council: Council;
  readonly scores: readonly Score[];
  readonly published: string;
  readonly updated: string;
  readonly layout: Layout;
  /** The statement of a statement's page, from 0. */
  readonly statement: number;
}

const article = (meaning: string) =>
  /^[aeio]/.test(meaning) ? "an" : /shortfalls/.test(meaning) ? "" : "a";
/** "a good standard", "some shortfalls". */
export const meaningOf = (at: number) =>
  `${article(scoreMeanings[at])} ${scoreMeanings[at]}`.trim();

/** A page that agrees with itself, and what it says. */
export const monthSlug = (published: string) =>
  `report-${published.slice(5, 7)}${published.slice(2, 4)}`;

export const isSummary = ({ layout }: PageModel) => layout.startsWith("summary");
export const hasPercentage = (m: PageModel) =>
  isSummary(m) && m.layout !== "summary without percentage";
export const hasScores = ({ layout }: PageModel) =>
  layout !== "pilot summary" && layout !== "release without scores";
export const hasDate = ({ layout }: PageModel) => layout !== "undated statement";

export function toPage({ council, scores, published, updated, layout, statement }: Assessed): {
  model: PageModel;
  truth: Truth;
} {
  const sum = sumOfScores(scheme, scores)!;
  const rating = ratingOfSum(scheme, sum);
  const percentage = percentageOfSum(scheme, sum);
  const isPilot = layout.startsWith("pilot") || layout === "release 2023";
  const isStatement = layout.endsWith("statement");
  const name = council.officialName.replace(/\s+/g, " ");
  const asWord = layout.startsWith("release") ? rating.toLowerCase() : rating;
  return {
    model: {
      layout,
      title: name,
      ratedName: name,
      percentageName: name,
      word: asWord,
      wordAgain: asWord,
      meaning: meaningOf(ratings.indexOf(rating)),
      percentage: String(percentage),
      published: longDate(published),
      updated: longDate(updated),
      names:
        layout === "release 2025" || layout === "release with colons"
          ? areaNames
          : layout.startsWith("release")
            ? listNames
            : statements.map((s) => s.name),
      scores: scores.map((score) => (layout === "release 2023" ? words[score - 1] : String(score))),
      numbers: scores.map((_, i) => String(i + 1)),
      statement,
      scoreAgain: String(scores[statement]),
      scoreMeaning: meaningOf(scores[statement] - 1),
      notice: "",
      noticeAt: "below title",
      after: "",
      spans: [3, 2, 2, 2],
    },
    truth: {
      gssCode: council.gssCode,
      kind: isPilot ? "pilot" : "formal",
      rating: isStatement ? null : rating,
      percentage:
        layout.startsWith("summary") && layout !== "summary without percentage" ? percentage : null,
      published: layout === "undated statement" ? published.slice(0, 7) : published,
      updated: layout === "undated statement" || layout === "release with colons" ? null : updated,
      scores:
        layout === "pilot summary" || layout === "release without scores"
          ? statements.map(() => null)
          : scores.map((score, i) => (!isStatement || i === statement ? score : null)),
    },
  };
}

const prose = [
  "Staff knew the area well and worked with Good Neighbours, a local group.",
  "People waited less than in 2022, when 62 out of 100 had an answer in a week.",
  "An outstanding offer of advice, one carer said; another said it requires improvement.",
];

const paragraph = (m: PageModel, at: PageModel["noticeAt"]) =>
  m.notice !== "" && m.noticeAt === at ? `<p>${m.notice}</p>\n` : "";

function frame(m: PageModel, title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head><title>${title}</title><meta name="description" content="Rated Outstanding. Score: 4"></head>
<body>
<nav><ul><li>Suffolk County Council Outstanding</li><li>Safeguarding Score: 1</li></ul></nav>
<main>
${m.layout === "release with colons" ? `<p>${m.published}</p>\n` : ""}${paragraph(m, "above title")}<h1>${title}</h1>
${paragraph(m, "below title")}${body}
</main>
<aside>${paragraph(m, "beside")}<h2>Local authority rating and score</h2><ul><li>Suffolk County Council Outstanding</li></ul></aside>
<footer><p>Published: 1 January 2025</p></footer>
</body>
</html>
`;
}

const dates = (m: PageModel) =>
  m.layout === "undated statement" || m.layout === "release with colons"
    ? ""
    : `<p>Published: ${m.published} Page last updated: ${m.updated}</p>`;
const paragraphs = prose.map((text) => `<p>${text}</p>`).join("\n");

function percentageLine(m: PageModel): string {
  if (m.layout === "summary without percentage") return "";
  if (m.layout === "summary score below") return `Score: ${m.percentage}`;
  return m.layout === "summary 2024"
    ? `${m.percentageName} scored ${m.percentage} out of 100 overall, indicating ${m.meaning}`
    : `Overall rating for ${m.percentageName}: ${m.percentage}%`;
}

const leads = (m: PageModel) => [
  m.layout === "release 2023"
    ? `The Care Quality Commission (CQC), has published a report indicating that ${m.ratedName} is giving people support.`
    : `The Care Quality Commission (CQC), has rated ${m.ratedName} as ${m.word}, in how well they meet what is asked of them.`,
  m.layout === "release 2023"
    ? `CQC looked at nine areas to create their indicative ${m.wordAgain} rating. CQC has given each of these nine areas an indicative scoring out of four.`
    : `CQC looked at nine areas to create their ${m.wordAgain} rating. CQC has given each of these nine areas a score out of four.`,
];

const releaseTitle = (m: PageModel) =>
  m.layout === "release 2023"
    ? `CQC publishes report on ${m.title}’s care act responsibilities`
    : `CQC rates ${m.title}${m.layout === "release with colons" ? "" : "’s"} adult social care provision as ${m.wordAgain}`;

const listed = (m: PageModel) =>
  m.names.map((name, i) =>
    m.layout === "release 2023"
      ? `${name} – indicative score of ${m.scores[i]}`
      : m.layout === "release with colons"
        ? `${name}: ${m.scores[i]}`
        : `${name} –${m.scores[i] === "" ? "" : ` ${m.scores[i]}`}`,
  );

const themeNames = [
  "How the local authority works with people",
  "Providing support",
  "How the local authority ensures safety in the system",
  "Leadership",
];

function table(m: PageModel): string {
  const starts = [0, 3, 5, 7];
  const rows = m.names.map((name, i) => {
    const theme = starts.indexOf(i);
    const span = theme === -1 ? "" : `<td rowspan="${m.spans[theme]}">${themeNames[theme]}</td>`;
    return `<tr>${span}<td>${m.numbers[i]}. ${name}</td><td>${m.scores[i]}</td></tr>`;
  });
  return [
    "<table>",
    "<tr><th>Theme</th><th>Area</th><th>Score</th></tr>",
    ...rows,
    "</table>",
  ].join("\n");
}

/** The page as HTML. */
export function toHtml(m: PageModel): string {
  switch (m.layout) {
    case "summary 2024":
    case "summary 2025":
    case "summary score below":
    case "summary without percentage":
    case "summary in headings":
      return frame(
        m,
        `${m.title}: local authority assessment`,
        [
          dates(m),
          "<h2>Overall summary</h2>",
          "<h3>Local authority rating and score</h3>",
          "<ul>",
          `<li><div>${m.ratedName}</div> <div>${m.word}</div></li>`,
          "</ul>",
          `<p>${percentageLine(m)}</p>`,
          `${paragraph(m, "below word")}<h3>Quality statement scores</h3>`,
          "<ul>",
          ...m.names.map((name, i) =>
            m.layout === "summary in headings"
              ? `<li><h4>${name}</h4><p>Score: ${m.scores[i]}</p></li>`
              : `<li>${name}<br>Score: ${m.scores[i]}</li>`,
          ),
          "</ul>",
          m.after,
          "<h2>Summary of people’s experiences</h2>",
          paragraphs,
        ].join("\n"),
      );
    case "pilot summary":
      return frame(
        m,
        `${m.title} assessment`,
        [
          dates(m),
          "<h2>Overall summary</h2>",
          "<h3>Local authority indicative rating</h3>",
          paragraph(m, "below word"),
          `<p>${m.word}: Evidence shows ${m.meaning}</p>`,
          m.after,
          "<h3>Summary of strengths, areas for development and next steps</h3>",
          paragraphs,
        ].join("\n"),
      );
    case "statement":
    case "undated statement":
    case "pilot statement":
      return frame(
        m,
        `${m.title}${m.layout === "pilot statement" ? "" : ": local authority"} assessment`,
        [
          dates(m),
          paragraph(m, "below word"),
          `<h2>${m.names[m.statement]}</h2>`,
          m.layout !== "pilot statement"
            ? `<p>Score: ${m.scores[m.statement]}</p>`
            : "<p>Indicative score:</p>",
          `<p>${m.scoreAgain} - Evidence shows ${m.scoreMeaning}</p>`,
          m.after,
          "<h3>The local authority commitment</h3>",
          paragraphs,
        ].join("\n"),
      );
    default:
      return frame(
        m,
        releaseTitle(m),
        [
          dates(m),
          paragraph(m, "below word"),
          ...leads(m).map((lead) => `<p>${lead}</p>`),
          m.layout === "release without scores"
            ? ""
            : m.layout === "release 2025"
              ? table(m)
              : m.layout === "release 2024" || m.layout === "release with colons"
                ? listed(m)
                    .map((item, i) => `<p>${m.numbers[i]}. ${item}</p>`)
                    .join("\n")
                : ["<ul>", ...listed(m).map((item) => `<li>${item}</li>`), "</ul>"].join("\n"),
          m.after,
          paragraphs,
        ].join("\n"),
      );
  }
}

/** The page as it is when its text is copied. */
export function toText(m: PageModel): string {
  const notice = (at: PageModel["noticeAt"]) => (m.noticeAt === at ? m.notice : "");
  const at = [
    hasDate(m) ? `Published: ${m.published} Page last updated: ${m.updated}` : "",
    notice("below title"),
    notice("beside"),
  ].join("\n\n");
  switch (m.layout) {
    case "summary 2024":
    case "summary 2025":
    case "summary score below":
    case "summary without percentage":
    case "summary in headings":
      return [
        notice("above title"),
        `${m.title}: local authority assessment`,
        at,
        "Overall summary",
        "Local authority rating and score",
        `• ${m.ratedName}\n  ${m.word}`,
        percentageLine(m),
        notice("below word"),
        "Quality statement scores",
        ...m.names.map((name, i) => `• ${name}\n  Score: ${m.scores[i]}`),
        m.after,
        "Summary of people’s experiences",
        ...prose,
      ].join("\n\n");
    case "pilot summary":
      return [
        notice("above title"),
        `${m.title} assessment`,
        at,
        notice("below word"),
        "Overall summary",
        "Local authority indicative rating",
        `${m.word}: Evidence shows ${m.meaning}`,
        m.after,
        "Summary of strengths, areas for development and next steps",
        ...prose,
      ].join("\n\n");
    case "statement":
    case "undated statement":
    case "pilot statement":
      return [
        notice("above title"),
        `${m.title}${m.layout === "pilot statement" ? "" : ": local authority"} assessment`,
        at,
        notice("below word"),
        m.names[m.statement],
        m.layout !== "pilot statement" ? `Score: ${m.scores[m.statement]}` : "Indicative score:",
        `${m.scoreAgain} - Evidence shows ${m.scoreMeaning}`,
        m.after,
        "The local authority commitment",
        ...prose,
      ].join("\n\n");
    case "release 2025": {
      const starts = [0, 3, 5, 7];
      const rows = m.names.flatMap((name, i) => [
        ...(starts.includes(i) ? [themeNames[starts.indexOf(i)]] : []),
        `${m.numbers[i]}. ${name}`,
        m.scores[i],
      ]);
      return [
        notice("above title"),
        releaseTitle(m),
        at,
        notice("below word"),
        ...leads(m),
        "Theme",
        "Area",
        "Score",
        ...rows,
        m.after,
        ...prose,
      ].join("\n\n");
    }
    default:
      return [
        notice("above title"),
        ...(m.layout === "release with colons" ? [m.published] : []),
        releaseTitle(m),
        m.layout === "release with colons"
          ? [notice("below title"), notice("beside")].join("\n\n")
          : at,
        notice("below word"),
        ...leads(m),
        m.layout === "release without scores"
          ? ""
          : listed(m)
              .map((item, i) =>
                m.layout === "release 2024" || m.layout === "release with colons"
                  ? `${m.numbers[i]}. ${item}`
                  : `• ${item}`,
              )
              .join("\n"),
        m.after,
        ...prose,
      ].join("\n\n");
  }
}
