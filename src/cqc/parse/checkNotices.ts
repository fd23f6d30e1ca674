import type { Draft } from "./draft.js";
import { releaseTitleOf, titleOf } from "./headings.js";
import { isKnownText } from "./knownText.js";
import type { Line, Lines } from "./line.js";
import { matchCouncil } from "./matchCouncil.js";
import { couldBeNotice, isBanner, isNoticeOfThis } from "./notices.js";

/**
 * What could say that the report does not stand. What the page says is not a fact then, so it is for
 * a person to read. `end` is the line to which nothing but what such pages say may stand.
 */
export function checkNotices(
  draft: Draft,
  { lines, around, ways }: Lines,
  title: number,
  end: number,
): void {
  const last = lines.findLastIndex((line) => draft.isPlace(line));
  const isOwnName = (text: string) => {
    const name = text.replace(/^about /i, "");
    return matchCouncil(name, draft.councils)?.gssCode === draft.get("council");
  };
  const isNotice = ({ text }: Line) => isNoticeOfThis(text) || isBanner(text);
  for (const line of [
    ...around.filter(isNotice),
    ...ways.filter((way) => isNoticeOfThis(way.text)),
  ])
    draft.problem(line, "page: may no longer stand", line.text);
  lines.forEach((line, at) => {
    const { text } = line;
    if (draft.isRead(line) || titleOf(text) || releaseTitleOf(text)) return;
    const isBetween = at > title && at < end;
    const isKnown = isKnownText(text) || isOwnName(text);
    if (isNotice(line) || (at <= last && !isKnown && couldBeNotice(text)))
      draft.problem(line, "page: may no longer stand", text);
    else if (isBetween && !isKnown && !draft.hasProblem(line))
      draft.problem(line, "page: not a text that such a page has before its values", text);
  });
}
