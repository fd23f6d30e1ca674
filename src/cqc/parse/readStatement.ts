import { labelOf } from "./cleanText.js";
import { scoreOf, type Draft } from "./draft.js";
import type { Line, Lines } from "./line.js";
import { statementOf } from "./statementNames.js";

/** "Score: 3", "3 - Evidence shows a good standard", or both on one line or on two. */
const scoreLine =
  /^(?:(?:indicative )?score ?:? ?([^ ]*))?(?: ?([^ ]+) ?[-\u2010-\u2015:] ?(evidence shows .+?))?\.?$/i;

interface Found {
  readonly statement: string;
  readonly heading: Line;
  readonly lines: readonly Line[];
}

/** The statement that the page is of: its name, as a heading, with a score right below. */
function statementsIn({ lines, format }: Lines): Found[] {
  return lines.flatMap((heading, at) => {
    const statement = statementOf(heading.text);
    if (statement === null || (format === "html" && heading.role !== "heading")) return [];
    // Right below, but whatever else in the section is in the same form must say the same.
    const below = lines.slice(at + 1);
    const end = below.findIndex((line) => line.role === "heading" && !scoreLine.test(line.text));
    const section = below.slice(0, end === -1 ? undefined : end);
    const isBelow = section.length > 0 && scoreLine.test(section[0].text);
    const own = isBelow ? section.filter((line) => scoreLine.test(line.text)) : [];
    // A score that is not understood is named, not passed over.
    const first = lines[at + 1];
    if (own.length === 0 && first && /^(indicative )?score\b/i.test(first.text))
      return [{ statement, heading, lines: [first] }];
    return own.length === 0 ? [] : [{ statement, heading, lines: own }];
  });
}

function readScore(draft: Draft, { statement, heading, lines }: Found): void {
  let read = 0;
  for (const line of lines) {
    draft.understand(line);
    const [, label, digit, meaning] = scoreLine.exec(line.text) ?? [];
    if (label !== undefined && label !== "") {
      draft.takeScore(statement, label, line, heading.text);
      read++;
    }
    if (digit === undefined) continue;
    draft.takeScore(statement, digit, line, heading.text);
    read++;
    const score = scoreOf(digit, draft.scheme);
    const said = labelOf(meaning).replace(/^evidence shows (an? )?/, "");
    if (score !== null && said !== draft.scheme.levels[score - 1].meaning)
      draft.problem(line, `${statement}: ${score} is not what this says`, meaning);
  }
  if (read === 0)
    draft.problem(lines[0], `${statement}: expected a score below its name`, lines[0].text);
}

/** Reads a statement's page, which has one score and no word. */
export function readStatement(draft: Draft, page: Lines): void {
  const found = statementsIn(page);
  if (found.length === 0)
    draft.problem(null, "page: neither a summary nor a quality statement with its score");
  for (const each of found) readScore(draft, each);
  const [first, ...others] = found;
  for (const { heading, statement } of others)
    if (statement !== first.statement)
      draft.problem(heading, `statement: line ${first.heading.line} is on another`, heading.text);
}
