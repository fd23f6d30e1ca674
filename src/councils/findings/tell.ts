import { escapeMarkdown, toProse, type Prose } from "../../engine/report/block.js";
import type { Finding } from "./finding.js";

const told = ({ headline, detail }: Finding) =>
  `**${escapeMarkdown(headline)}.** ${escapeMarkdown(detail)}`;

/** A finding as a paragraph that opens with its headline, or several as a list. */
export function tell(finding: Finding | readonly Finding[]): Prose {
  return toProse("headline" in finding ? told(finding) : bullets(finding.map(told)));
}

/** Headlines alone, as a list; those that say nothing are left out where others say something. */
export function tellHeadlines(findings: readonly Finding[]): Prose {
  const said = findings.filter(({ saysNothing }) => saysNothing !== true);
  const headlines = (said.length > 0 ? said : findings.slice(0, 1)).map(({ headline }) => headline);
  return toProse(bullets(headlines.map(escapeMarkdown)));
}

/** What statisticians ask of findings, as a list; each note once. */
export function tellNotes(findings: readonly Finding[]): Prose {
  const notes = new Set(findings.flatMap(({ note }) => note ?? []));
  return toProse(bullets([...notes].map(escapeMarkdown)));
}

const bullets = (items: readonly string[]) => items.map((item) => `- ${item}`).join("\n");
