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
  "pilot summary",
  "statement",
  "pilot statement",
  "release 2023",
  "release 2024",
  "release 2025",
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
export function toPage({ council, scores, published, updated, layout, statement }: Assessed): {
  model: PageModel;
  truth: Truth;
} {
  const sum = sumOfScores(scheme, scores)!;
  const rating = ratingOfSum(scheme, sum);
  const percentage = percentageOfSum(scheme, sum);
  const isPilot = layout.startsWith("pilot") || layout === "release 2023";
  const isStatement = layout.endsWith("statement");
  const isSummary = layout === "summary 2024" || layout === "summary 2025";
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
        layout === "release 2025"
          ? areaNames
          : layout.startsWith("release")
            ? listNames
            : statements.map((s) => s.name),
      scores: scores.map((score) => (layout === "release 2023" ? words[score - 1] : String(score))),
      numbers: scores.map((_, i) => String(i + 1)),
      statement,
      scoreAgain: String(scores[statement]),
      scoreMeaning: meaningOf(scores[statement] - 1),
      after: "",
      spans: [3, 2, 2, 2],
    },
    truth: {
      gssCode: council.gssCode,
      kind: isPilot ? "pilot" : "formal",
      rating: isStatement ? null : rating,
      percentage: isSummary ? percentage : null,
      published,
      updated,
      scores:
        layout === "pilot summary"
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

function frame(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head><title>${title}</title><meta name="description" content="Rated Outstanding. Score: 4"></head>
<body>
<nav><ul><li>Suffolk County Council Outstanding</li><li>Safeguarding Score: 1</li></ul></nav>
<main>
<h1>${title}</h1>
${body}
</main>
<aside><h2>Local authority rating and score</h2><ul><li>Suffolk County Council Outstanding</li></ul></aside>
<footer><p>Published: 1 January 2025</p></footer>
</body>
</html>
`;
}

const dates = (m: PageModel) => `<p>Published: ${m.published} Page last updated: ${m.updated}</p>`;
const paragraphs = prose.map((text) => `<p>${text}</p>`).join("\n");

function percentageLine(m: PageModel): string {
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
    : `CQC rates ${m.title}’s adult social care provision as ${m.wordAgain}`;

const listed = (m: PageModel) =>
  m.names.map((name, i) =>
    m.layout === "release 2023"
      ? `${name} – indicative score of ${m.scores[i]}`
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
      return frame(
        `${m.title}: local authority assessment`,
        [
          dates(m),
          "<h2>Overall summary</h2>",
          "<h3>Local authority rating and score</h3>",
          "<ul>",
          `<li><div>${m.ratedName}</div> <div>${m.word}</div></li>`,
          "</ul>",
          `<p>${percentageLine(m)}</p>`,
          "<h3>Quality statement scores</h3>",
          "<ul>",
          ...m.names.map((name, i) => `<li>${name}<br>Score: ${m.scores[i]}</li>`),
          "</ul>",
          m.after,
          "<h2>Summary of people’s experiences</h2>",
          paragraphs,
        ].join("\n"),
      );
    case "pilot summary":
      return frame(
        `${m.title} assessment`,
        [
          dates(m),
          "<h2>Overall summary</h2>",
          "<h3>Local authority indicative rating</h3>",
          `<p>${m.word}: Evidence shows ${m.meaning}</p>`,
          m.after,
          "<h3>Summary of strengths, areas for development and next steps</h3>",
          paragraphs,
        ].join("\n"),
      );
    case "statement":
    case "pilot statement":
      return frame(
        `${m.title}${m.layout === "statement" ? ": local authority" : ""} assessment`,
        [
          dates(m),
          `<h2>${m.names[m.statement]}</h2>`,
          m.layout === "statement"
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
        releaseTitle(m),
        [
          dates(m),
          ...leads(m).map((lead) => `<p>${lead}</p>`),
          m.layout === "release 2025"
            ? table(m)
            : m.layout === "release 2024"
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
  const at = `Published: ${m.published} Page last updated: ${m.updated}`;
  switch (m.layout) {
    case "summary 2024":
    case "summary 2025":
      return [
        `${m.title}: local authority assessment`,
        at,
        "Overall summary",
        "Local authority rating and score",
        `• ${m.ratedName}\n  ${m.word}`,
        percentageLine(m),
        "Quality statement scores",
        ...m.names.map((name, i) => `• ${name}\n  Score: ${m.scores[i]}`),
        m.after,
        "Summary of people’s experiences",
        ...prose,
      ].join("\n\n");
    case "pilot summary":
      return [
        `${m.title} assessment`,
        at,
        "Overall summary",
        "Local authority indicative rating",
        `${m.word}: Evidence shows ${m.meaning}`,
        m.after,
        "Summary of strengths, areas for development and next steps",
        ...prose,
      ].join("\n\n");
    case "statement":
    case "pilot statement":
      return [
        `${m.title}${m.layout === "statement" ? ": local authority" : ""} assessment`,
        at,
        m.names[m.statement],
        m.layout === "statement" ? `Score: ${m.scores[m.statement]}` : "Indicative score:",
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
        releaseTitle(m),
        at,
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
        releaseTitle(m),
        at,
        ...leads(m),
        listed(m)
          .map((item, i) =>
            m.layout === "release 2024" ? `${m.numbers[i]}. ${item}` : `• ${item}`,
          )
          .join("\n"),
        m.after,
        ...prose,
      ].join("\n\n");
  }
}
