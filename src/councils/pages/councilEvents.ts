import { escapeMarkdown, toProse, type Prose } from "../../engine/report/block.js";
import type { Council, Dataset } from "../data/dataset.js";
import { dateWords } from "../findings/dateWords.js";
import { linkTo } from "./councilRecord.js";

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The steps and events in the oversight of one council, each with its date and source. */
export function councilEvents({ interventions }: Dataset, { gssCode }: Council): Prose {
  const events = interventions.filter((event) => event.gssCode === gssCode);
  if (events.length === 0)
    return toProse("**Steps in oversight.** We found no record of government intervention.");
  const items = events.map(
    ({ event, date, sourceUrl }) =>
      `- ${escapeMarkdown(capital(dateWords(date) ?? "date not known"))}: ${escapeMarkdown(event)} (${linkTo(sourceUrl)})`,
  );
  return toProse(
    `**Steps in oversight**, as published. There may be others that we did not find.\n\n${items.join("\n")}`,
  );
}
