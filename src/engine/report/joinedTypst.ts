import type { Prose, Report } from "./block.js";
import { newOutline } from "./outline.js";
import { bodyTypst, footTypst, writer } from "./typst.js";
import { compact, template } from "./typstTemplate.js";
import { coveredText, literal, type Covers } from "./typstText.js";

export interface JoinedOptions {
  readonly title: string;
  readonly date: string;
  readonly covers: Covers;
  readonly footer?: Prose;
}

/**
 * Reports as the source of one Typst document: a list of them with their pages, then each from the
 * top of a page, its tables numbered from 1 as in a report alone.
 */
export function joinedTypst(
  reports: readonly Report[],
  { title, date, covers, footer }: JoinedOptions,
): string {
  return [
    template(title, covers, date, compact),
    "#context outline(title: none, depth: 1, target: selector(heading.where(level: 1)).after(here()));",
    ...reports.flatMap((report, i) => [
      "#pagebreak();",
      "#counter(figure.where(kind: table)).update(0);",
      `#heading(level: 1, ${literal(coveredText(report.title, covers))});`,
      ...bodyTypst(
        report,
        writer(covers, newOutline(report.title), compact, { within: `${i}_` }),
        compact,
      ),
    ]),
    ...footTypst(footer, covers, compact),
  ].join("\n\n");
}
