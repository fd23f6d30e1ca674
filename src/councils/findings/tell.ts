import { escapeMarkdown, toProse, type Prose } from "../../engine/report/block.js";
import type { Finding } from "./finding.js";

const told = ({ headline, detail }: Finding) =>
  `**${escapeMarkdown(headline)}.** ${escapeMarkdown(detail)}`;

const bullets = (items: readonly string[]) => items.map((item) => `- ${item}`).join("\n");

/** Those that say something, or one that says that there is nothing to say. */
function speaking(findings: readonly Finding[]): readonly Finding[] {
  const some = findings.filter(({ saysNothing }) => saysNothing !== true);
  return some.length > 0 ? some : findings.slice(0, 1);
}

/** A finding as a paragraph that opens with its headline, or several as a list. */
export function tell(finding: Finding | readonly Finding[]): Prose {
  return toProse("headline" in finding ? told(finding) : bullets(speaking(finding).map(told)));
}

/** Headlines alone, as a list below what they have in common. */
export function tellHeadlines(lead: string, findings: readonly Finding[]): Prose {
  const headlines = speaking(findings).map(({ headline }) => escapeMarkdown(headline));
  return toProse(`**${escapeMarkdown(lead)}**\n\n${bullets(headlines)}`);
}

/** What statisticians ask of findings, as a list; each note once. */
export function tellNotes(findings: readonly Finding[]): Prose {
  const notes = new Set(findings.flatMap(({ note }) => note ?? []));
  return toProse(bullets([...notes].map(escapeMarkdown)));
}
