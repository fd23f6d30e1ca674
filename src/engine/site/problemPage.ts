import { escapeHtml } from "../report/blockHtml.js";
import { pageHtml } from "../report/page.js";
import { liveHead } from "./liveHead.js";
import { policy } from "./policy.js";

/** The page of a preview in place of one that cannot be made yet: why not, a line each. */
export function problemPage(problems: readonly string[], head: string): string {
  const lines = problems.map((line) => `<p>${escapeHtml(line)}</p>`);
  return pageHtml({
    title: "This page cannot be made yet",
    policy: `${policy}; base-uri 'none'; form-action 'none'; object-src 'none'`,
    head: `${liveHead}\n${head}`,
    mainAttributes: " data-unmade",
    main: `<div class="problem" role="alert">\n${lines.join("\n")}\n</div>\n<p>It follows when the file is mended.</p>`,
  });
}
