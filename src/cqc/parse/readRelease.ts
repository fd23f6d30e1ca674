import { labelOf } from "./cleanText.js";
import { scoreOf, type Draft } from "./draft.js";
import { releaseTitleOf } from "./headings.js";
import type { Line, Lines } from "./line.js";
import { numberOf, readTable, readTableInText, scoresPlace } from "./readReleaseTable.js";
import { dashedScore, numberOfItem } from "./scoreLines.js";
import { statementOf } from "./statementNames.js";

const words = ["one", "two", "three", "four"];

/** The sentence that scores follow: "… nine areas a score out of four …". */
const before = /\bnine areas\b.*\bscor(?:e|ing) out of four\b/i;

/**
 * What the release says of the council and its word: in its title, its first sentence, and with the
 * scores. Gives the first sentence.
 */
function readWords(draft: Draft, lines: readonly Line[], title: Line): Line | null {
  let lead: Line | null = null;
  const { name, rest } = releaseTitleOf(title.text)!;
  draft.takeCouncil(name, title);
  const said = /^(?:as )?(.+)$/i.exec(rest)?.[1];
  if (said !== undefined) draft.takeRating(said, title);
  for (const line of lines) {
    const formal =
      /^(?:the )?care quality commission \(CQC\),? has rated (.+?),? as (.+?),? in how well\b/i.exec(
        line.text,
      );
    if (formal) {
      lead ??= line;
      draft.takeCouncil(formal[1], line);
      draft.takeRating(formal[2], line);
    }
    const pilot =
      /^(?:the )?care quality commission \(CQC\),? has published a report indicating that (.+?),? (?:is|are|needs?) /i.exec(
        line.text,
      );
    if (pilot) {
      lead ??= line;
      draft.takeCouncil(pilot[1], line);
    }
    const created = /\bnine areas\b.*\bto create their (indicative )?(?:(.+?) )?rating\b/i.exec(
      line.text,
    );
    if (created?.[2] !== undefined) draft.takeRating(created[2], line);
  }
  return lead;
}

/** Lists and paragraphs: "2. supporting people to lead healthier lives - 3", one a line. */
function readList(draft: Draft, lines: readonly Line[], isList: boolean): Set<string> {
  const named = new Set<string>();
  for (const line of lines) {
    const found = dashedScore(line.text);
    if (!found) {
      const place = isList ? line.row : numberOfItem(line.text);
      if (place === null) break;
      draft.problem(line, "scores: no statement goes by this name", line.text);
      // It is listed, under another name: the rest is read as it stands.
      const unnamed = draft.scheme.parts[place - 1];
      if (unnamed) named.add(unnamed.id);
      continue;
    }
    const { statement, value, number } = found;
    if (number !== null && number !== numberOf(draft, statement))
      draft.problem(
        line,
        `${statement}: expected as number ${numberOf(draft, statement)}`,
        line.text,
      );
    const indicative = /^indicative score of (.+)$/i.exec(value);
    draft.takeKind(indicative ? "pilot" : "formal", line);
    named.add(statement);
    if (value === "") continue;
    const digit = indicative ? words.indexOf(labelOf(indicative[1])) + 1 : value;
    if (indicative && digit === 0)
      draft.problem(line, `${statement}: expected one, two, three or four`, indicative[1]);
    else draft.takeScore(statement, String(digit), line, scoresPlace);
  }
  return named;
}

function readScores(draft: Draft, lines: readonly Line[], format: Lines["format"]): Set<string> {
  const [first] = lines;
  if (first?.role === "cell")
    return readTable(
      draft,
      lines.filter(({ group }) => group === first.group),
    );
  if (first?.role === "item" && format === "html")
    return readList(
      draft,
      lines.filter(({ group }) => group === first.group),
      true,
    );
  const header = lines.slice(0, 3).map((line) => labelOf(line.text));
  if (format === "text" && header.join() === "theme,area,score")
    return readTableInText(draft, lines);
  return readList(draft, lines, false);
}

/** Another list in the same form must say the same: a page that says two things says neither. */
function compareElsewhere(draft: Draft, lines: readonly Line[]): void {
  lines.forEach((line, at) => {
    const dashed = dashedScore(line.text);
    const indicative = /^indicative score of (.+)$/i.exec(dashed?.value ?? "");
    const value = indicative
      ? String(words.indexOf(labelOf(indicative[1])) + 1)
      : (dashed?.value ?? "");
    const beside = lines[at + 1];
    const area = line.role === "cell" ? statementOf(line.text.replace(/^\d+[.)] ?/, "")) : null;
    const [statement, said, place] =
      dashed && scoreOf(value, draft.scheme) !== null
        ? [dashed.statement, value, line]
        : area !== null && beside?.item === line.item && scoreOf(beside.text, draft.scheme) !== null
          ? [area, beside.text, beside]
          : [null, "", line];
    if (statement !== null && draft.get(statement) !== null)
      draft.takeScore(statement, said, place);
  });
}

/** Whether a line is of a list of scores: a statement with a dash, or alone in a cell or an item. */
function isOfScores({ text, role }: Line): boolean {
  if (dashedScore(text) !== null && /[-\u2010-\u2015:]/.test(text)) return true;
  if (/^[1-9][.)] ?[a-z]/i.test(text)) return true;
  return role !== "text" && statementOf(text.replace(/^\d+[.)] ?/, "")) !== null;
}

/**
 * A release that leaves its list out says the council, its word and the date, and nothing else. Of
 * one that is a pilot's, or has anything like a list, the scores could not be read.
 */
function readWithoutScores(draft: Draft, lines: readonly Line[], lead: Line | null, at: number) {
  const next = lines[at + 1];
  const hasList =
    next !== undefined &&
    at !== -1 &&
    (["item", "cell"].includes(next.role) ||
      ["theme", "area", "score"].includes(labelOf(next.text)));
  const isPilot = lines.some(({ text }) => /\bindicative\b/i.test(text));
  if (hasList || isPilot || lead === null || draft.get("rating") === null || lines.some(isOfScores))
    draft.problem(
      lines[at] ?? null,
      at === -1
        ? "scores: no sentence on nine areas scored out of four"
        : "scores: none is printed",
    );
  else draft.takeKind("formal", lead);
}

/**
 * Reads a press release in any of its three forms, and gives its first sentence. A score that is not
 * printed stays unknown.
 */
export function readRelease(draft: Draft, { lines, format }: Lines, title: Line): Line | null {
  const lead = readWords(draft, lines, title);
  const at = lines.findIndex((line) => before.test(line.text));
  if (at !== -1 && /\bindicative\b/i.test(lines[at].text)) draft.takeKind("pilot", lines[at]);
  const named = at === -1 ? new Set() : readScores(draft, lines.slice(at + 1), format);
  if (named.size === 0) readWithoutScores(draft, lines, lead, at);
  else {
    for (const { id, name } of draft.scheme.parts)
      if (!named.has(id)) draft.problem(lines[at], `${id}: not listed`, name);
    if (draft.scores.every((score) => score === null))
      draft.problem(lines[at], "scores: none is printed");
  }
  compareElsewhere(draft, lines);
  return lead;
}
