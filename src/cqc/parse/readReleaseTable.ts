import { labelOf } from "./cleanText.js";
import { scoreOf, type Draft } from "./draft.js";
import type { Line } from "./line.js";
import { statementOf, themeOf } from "./statementNames.js";

/** Where a release's scores stand, for people. */
export const scoresPlace = "the sentence on nine areas";

function partOf({ scheme }: Draft, statement: string) {
  return scheme.parts.find(({ id }) => id === statement);
}

/** The number that CQC's lists give a statement: its place, from 1. */
export function numberOf({ scheme }: Draft, statement: string): number {
  return scheme.parts.findIndex(({ id }) => id === statement) + 1;
}

/** "1. assessing people's needs" in a table's column of areas. */
function areaOf(draft: Draft, line: Line): string | null {
  const match = /^(?:([0-9]{1,2})[.)] ?)?(.*?)[.;,]?$/.exec(line.text);
  const statement = match ? statementOf(match[2]) : null;
  if (
    statement !== null &&
    match?.[1] !== undefined &&
    Number(match[1]) !== numberOf(draft, statement)
  )
    draft.problem(
      line,
      `${statement}: expected as number ${numberOf(draft, statement)}`,
      line.text,
    );
  return statement;
}

function checkTheme(draft: Draft, statement: string, theme: Line | undefined): void {
  if (theme === undefined) return;
  const named = themeOf(theme.text);
  if (named !== null && named !== partOf(draft, statement)?.theme)
    draft.problem(theme, `${statement}: is not of this theme`, theme.text);
}

/** A table Theme, Area, Score: each row's area and score, under the theme that spans it. */
export function readTable(draft: Draft, lines: readonly Line[]): Set<string> {
  const named = new Set<string>();
  const header = lines.filter((line) => line.row === 1);
  const columnOfHeader = (label: string) =>
    header.find((line) => labelOf(line.text) === label)?.column;
  const [theme, area, score] = ["theme", "area", "score"].map(columnOfHeader);
  if (area === undefined || score === undefined) {
    draft.problem(lines[0], "scores: expected a table of Theme, Area and Score", lines[0].text);
    return named;
  }
  let spanning: Line | undefined;
  for (const row of new Set(lines.map((line) => line.row))) {
    if (row === 1) continue;
    const cells = lines.filter((line) => line.row === row);
    const inColumn = (column: number) => cells.filter((line) => line.column === column);
    spanning = theme === undefined ? undefined : (inColumn(theme)[0] ?? spanning);
    const areas = inColumn(area);
    const statement = areas.length === 1 ? areaOf(draft, areas[0]) : null;
    if (statement === null) {
      const line = areas[0] ?? cells[0];
      draft.problem(line, "scores: no statement goes by this name", line.text);
      continue;
    }
    checkTheme(draft, statement, spanning);
    draft.takeKind("formal", areas[0]);
    named.add(statement);
    const scores = inColumn(score);
    const others = cells.filter((line) => ![theme, area, score].includes(line.column));
    for (const line of [...scores.slice(1), ...others])
      draft.problem(line, `${statement}: more than a score in its row`, line.text);
    if (scores.length > 0) draft.takeScore(statement, scores[0].text, scores[0], scoresPlace);
  }
  return named;
}

/** The same table in plain text, where its cells follow each other. */
export function readTableInText(draft: Draft, lines: readonly Line[]): Set<string> {
  const named = new Set<string>();
  let theme: Line | undefined;
  let at = 3;
  while (at < lines.length) {
    const line = lines[at];
    const statement = areaOf(draft, line);
    if (statement === null) {
      const isTheme = themeOf(line.text) !== null;
      if (isTheme) theme = line;
      else if (/^[1-9][.)] /.test(line.text))
        draft.problem(line, "scores: no statement goes by this name", line.text);
      else if (scoreOf(line.text, draft.scheme) !== null)
        draft.problem(line, "scores: a score beside no statement", line.text);
      else break;
      at++;
      continue;
    }
    checkTheme(draft, statement, theme);
    draft.takeKind("formal", line);
    named.add(statement);
    const next = lines[at + 1];
    at++;
    if (
      !next ||
      themeOf(next.text) !== null ||
      statementOf(next.text.replace(/^\d+[.)] ?/, "")) !== null
    )
      continue;
    if (
      scoreOf(next.text, draft.scheme) === null &&
      named.size === draft.scheme.parts.length &&
      next.text.length > 20
    )
      break;
    draft.takeScore(statement, next.text, next, scoresPlace);
    at++;
  }
  return named;
}
