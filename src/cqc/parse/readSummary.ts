import { percentageOfSum, ratingsOf, totalsOf } from "../../ratings/scheme.js";
import type { Rating, Scheme } from "../../ratings/scheme.js";
import { labelOf } from "./cleanText.js";
import { ratingOf, scoreOf, type Draft } from "./draft.js";
import { isKnownHeading, pilotHeading, ratingHeading, scoresHeading } from "./headings.js";
import type { Line, Lines } from "./line.js";
import { matchCouncil } from "./matchCouncil.js";
import { areTogether, labelledScore } from "./scoreLines.js";
import { themeOf } from "./statementNames.js";

function endsSection(line: Line, heading: Line): boolean {
  return line.role === "heading" && (line.level <= heading.level || isKnownHeading(line.text));
}

/** What stands under each heading of these words, up to the next heading of its level or a known one. */
export function sectionsUnder(
  { lines }: Lines,
  label: string,
): { readonly heading: Line; readonly lines: readonly Line[] }[] {
  return lines.flatMap((heading, at) => {
    if (heading.role !== "heading" || labelOf(heading.text) !== label) return [];
    let end = at + 1;
    while (end < lines.length && !endsSection(lines[end], heading)) end++;
    return [{ heading, lines: lines.slice(at + 1, end) }];
  });
}

const percentages = [
  /^(.+?) scored (\S+) out of 100 overall(?:, indicating (.+?))?\.?$/i,
  /^overall (?:rating|score) for (.+?) ?: ?(\S+?) ?%$/i,
];

function percentageOf(line: Line): RegExpExecArray | null {
  return percentages.map((pattern) => pattern.exec(line.text)).find((found) => found) ?? null;
}

/** "X scored 78 out of 100 overall, indicating a good standard", or "Overall rating for X: 39%". */
function readPercentage(draft: Draft, line: Line, heading?: string): void {
  const match = percentageOf(line);
  if (!match) return;
  draft.takeCouncil(match[1], line, heading);
  takePercentage(draft, match[2], line, heading);
  const word = match[3] === undefined ? null : meaningOf(match[3], draft.scheme);
  const rating = draft.get("rating");
  if (word !== null && rating !== null && word !== rating)
    draft.problem(line, `rating: ${rating} is not what this says`, match[3]);
}

/** The word of what CQC says of it: "a good standard" is said of Good. */
export function meaningOf(text: string, { levels }: Scheme): Rating | null {
  const label = labelOf(text).replace(/^(evidence shows )?(an? )?/, "");
  return levels.find(({ meaning }) => meaning === label)?.name ?? null;
}

/** "Score: 75", which is the percentage right below the word, and nowhere else. */
const scoreBelow = /^score ?: ?(\S+?) ?%?$/i;

function takePercentage(draft: Draft, text: string, line: Line, heading?: string): void {
  if (/^(?:[1-9][0-9]|100)$/.test(text)) draft.take("score_pct", Number(text), line, heading);
  else {
    const lowest = percentageOfSum(draft.scheme, totalsOf(draft.scheme).min);
    draft.problem(line, `score_pct: expected ${lowest} to 100`, text);
  }
}

function readRatingSection(draft: Draft, { format }: Lines, heading: Line, lines: readonly Line[]) {
  let read = 0;
  let word: Line | null = null;
  lines.forEach((line, at) => {
    if (line.role === "heading" || percentageOf(line)) return;
    const below = scoreBelow.exec(line.text);
    if (below && word !== null && word === lines[at - 1]) {
      takePercentage(draft, below[1], line, heading.text);
      return;
    }
    const inPlace = format === "text" || line.role === "item";
    const before = lines[at - 1];
    const alone = ratingOf(line.text, draft.scheme);
    if (alone !== null && inPlace) {
      if (
        before &&
        areTogether(before, line, format) &&
        matchCouncil(before.text, draft.councils)
      ) {
        draft.takeCouncil(before.text, before, heading.text);
        draft.takeRating(line.text, line, heading.text);
        word = line;
        read++;
      } else draft.problem(line, "rating: expected the council's name before it", line.text);
      return;
    }
    const both = new RegExp(`^(.+?) ?:? (${ratingsOf(draft.scheme).join("|")})$`, "i").exec(
      line.text,
    );
    if (both && line.role === "item") {
      draft.takeCouncil(both[1].replace(/:$/, ""), line, heading.text);
      draft.takeRating(both[2], line, heading.text);
      word = line;
      read++;
      return;
    }
    if (both && inPlace && matchCouncil(both[1], draft.councils)) {
      draft.takeCouncil(both[1], line, heading.text);
      draft.takeRating(both[2], line, heading.text);
      word = line;
      read++;
      return;
    }
    const next = lines[at + 1];
    const isName = matchCouncil(line.text, draft.councils) !== null;
    if (
      isName &&
      next &&
      ratingOf(next.text, draft.scheme) !== null &&
      areTogether(line, next, format)
    )
      return;
    if (line.role === "item" || isName || /%|\bper ?cent\b|\bout of\b|\bscore\b/i.test(line.text))
      draft.problem(line, `not understood under "${heading.text}"`, line.text);
  });
  if (read === 0) draft.problem(heading, "rating: no list item with the council's name and a word");
  for (const line of lines) readPercentage(draft, line, heading.text);
}

function readScoresSection(draft: Draft, page: Lines, heading: Line, lines: readonly Line[]) {
  const section = { ...page, lines };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    const score = labelledScore(section, at);
    if (score && "problem" in score) draft.problem(line, score.problem, line.text);
    else if (score) {
      if (page.format === "html" && line.role !== "item" && line.role !== "cell")
        draft.problem(line, `${score.statement}: expected in a list item`, line.text);
      draft.understand(line);
      draft.takeScore(score.statement, score.value, score.line, heading.text);
      at += score.taken - 1;
    } else if (
      themeOf(line.text) === null &&
      (line.role === "item" || /\bscore ?[:=]/i.test(line.text))
    )
      draft.problem(line, `not understood under "${heading.text}"`, line.text);
  }
}

/** What the page's text says anywhere else, in the same form, must be what was read. */
function compareElsewhere(draft: Draft, page: Lines): void {
  page.lines.forEach((line, at) => {
    const score = labelledScore(page, at);
    if (score && !("problem" in score)) {
      const isRead = draft.get(score.statement) !== null;
      if (isRead && scoreOf(score.value, draft.scheme) !== null)
        draft.takeScore(score.statement, score.value, score.line);
    }
    const name = percentageOf(line)?.[1];
    if (name === undefined) return;
    if (matchCouncil(name, draft.councils)?.gssCode !== draft.get("council")) return;
    if (draft.get("score_pct") === null)
      draft.problem(
        line,
        `score_pct: expected under "Local authority rating and score"`,
        line.text,
      );
    else readPercentage(draft, line);
  });
}

/** Whether the page has a heading that only a summary has. */
export function isSummary(page: Lines): boolean {
  return [ratingHeading, pilotHeading, scoresHeading].some(
    (label) => sectionsUnder(page, label).length > 0,
  );
}

/** Reads a formal summary: the word and the percentage under one heading, nine scores under another. */
export function readFormalSummary(draft: Draft, page: Lines): void {
  const rated = sectionsUnder(page, ratingHeading);
  for (const { heading, lines } of rated) readRatingSection(draft, page, heading, lines);
  if (rated.length === 0)
    draft.problem(null, 'rating: no heading "Local authority rating and score"');
  const scored = sectionsUnder(page, scoresHeading);
  for (const { heading, lines } of scored) readScoresSection(draft, page, heading, lines);
  if (scored.length === 0) draft.problem(null, 'scores: no heading "Quality statement scores"');
  compareElsewhere(draft, page);
  for (const { heading } of sectionsUnder(page, pilotHeading))
    draft.problem(heading, "kind: a heading of a pilot on a formal page", heading.text);
}

/** Reads a pilot's summary: "Good: Evidence shows a good standard" right below its heading. */
export function readPilotSummary(draft: Draft, page: Lines): void {
  for (const { heading, lines } of sectionsUnder(page, pilotHeading))
    (lines.length > 0 ? lines : [heading]).forEach((line, at) => {
      const match = /^(.+?) ?: ?(evidence shows .+?)\.?$/i.exec(line.text);
      if (!match) {
        if (at === 0)
          draft.problem(line, "rating: expected a word and what evidence shows", line.text);
        return;
      }
      const rating = draft.takeRating(match[1], line, heading.text);
      if (rating !== null && meaningOf(match[2], draft.scheme) !== rating)
        draft.problem(line, `rating: ${rating} is not what this says`, match[2]);
    });
  for (const label of [ratingHeading, scoresHeading])
    for (const { heading } of sectionsUnder(page, label))
      draft.problem(
        heading,
        "kind: a heading of a formal assessment on a pilot's page",
        heading.text,
      );
  if (sectionsUnder(page, pilotHeading).length === 0)
    draft.problem(null, 'rating: no heading "Local authority indicative rating"');
}
