import {
  escapeMarkdown,
  toProse,
  type Figure,
  type Prose,
  type Table,
} from "../../engine/report/block.js";
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

/** What a report finds, as it stands below its title. */
export function lead(finding: Finding): Prose {
  return toProse(told(finding), "lead");
}

/** The most numbers that a reader takes in at once. */
const mostTiles = 4;

/** The numbers of findings beside each other, of those that have one. */
export function tiles(findings: readonly Finding[]): Prose {
  const some = findings.flatMap(({ tile }) => tile ?? []).slice(0, mostTiles);
  const items = some.map((one) => `**${escapeMarkdown(one.number)}** ${escapeMarkdown(one.words)}`);
  return toProse(bullets(items), "tiles");
}

/** A figure with what its finding means; a table, which stands in its place, as it is. */
export function withDetail(block: Figure | Table, { detail }: Finding): Figure | Table {
  return block.kind === "figure" ? Object.freeze({ ...block, detail }) : block;
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
