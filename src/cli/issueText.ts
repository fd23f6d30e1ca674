import { visible } from "../engine/report/visible.js";
import type { Diff } from "../cqc/refresh/diff.js";
import { diffProblems, diffSummary, diffText } from "../cqc/refresh/diffText.js";

/** What fits into an issue, in characters, with room for what stands around it. */
const most = 60_000;

/** A text as Markdown that shows it as it is: nothing in it is a link, a name or an end of it. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const cut =
    text.length > most
      ? `${text.slice(0, most)}\n… the whole is in the artifact of the run`
      : text.replace(/\n+$/, "");
  return `${fence}text\n${cut}\n${fence}\n`;
}

/**
 * What a refresh found, as Markdown for those who keep the data: null where CQC's pages say what the
 * data say. `problems` is what the run wrote to standard error; `diff` is null where it came to none.
 */
export function issueText(diff: Diff | null, problems: string): string | null {
  if (diff === null) {
    if (problems.trim() === "") return null;
    return `CQC's pages could not be compared with the data.\n\n${fenced(visible(problems))}`;
  }
  const open = diffProblems({ ...diff, items: [] });
  if (diff.items.length === 0 && open.length === 0) return null;
  const lines = [...diffText(diff).trimEnd().split("\n"), ...open].map(visible);
  return `CQC's pages say what the data do not: ${diffSummary(diff)}. Read on ${diff.read.slice(0, 10)}.

${fenced(lines.join("\n"))}
No data were changed. Look at each page, then run \`npx ninefold refresh --accept\`; a contradiction waits for \`--settle CODE\`, or \`--settle CODE=new\` where the page is another assessment. CONTRIBUTING.md, "Take over a refresh", says the rest.
`;
}
