/** What pages of a site need besides the style sheet of a report. */
export const siteStyle = `
nav.site { background: var(--page); border-bottom: 1px solid var(--line); font-size: 1rem; }
nav.site ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; list-style: none; margin-top: 0; margin-bottom: 0; }
nav.site li { margin: 0; }
nav.site a { display: inline-block; padding: 0.45rem 0; }
nav.site a[aria-current] { color: var(--text); font-weight: 700; text-decoration: none; }
nav.site + header { border-top: 0.4rem solid var(--accent); }
.find { background: var(--band); border-left: 5px solid var(--accent); padding: 1rem; margin: 0 0 1.5rem; }
.find h2, .find p { margin: 0 0 0.4em; }
.find label, .filters label { display: block; font-weight: 700; }
.find input, .filters input, .filters select { font: inherit; color: var(--text); background: var(--page); border: 2px solid var(--text); border-radius: 0; padding: 0.25rem 0.5rem; width: 100%; max-width: 26rem; min-height: 2.75rem; }
.find [role="status"], .filters [role="status"] { color: var(--quiet); margin: 0.35em 0 0; font-size: 1rem; }
.found { list-style: none; margin: 0.5rem 0 0; padding: 0; max-width: 26rem; }
.found li { margin: 0; border-top: 1px solid var(--line); }
.found a { display: block; padding: 0.5rem 0.25rem; }
.found small { color: var(--quiet); font-size: 0.9375rem; }
.letters { display: flex; flex-wrap: wrap; gap: 0 0.15rem; list-style: none; padding: 0; margin: 0.5rem 0 0; }
.letters li { margin: 0; }
.letters a { display: inline-block; min-width: 2rem; padding: 0.25rem 0.35rem; text-align: center; }
.plain { list-style: none; padding: 0; columns: 14rem; column-gap: 2rem; }
.plain li { break-inside: avoid; margin-bottom: 0.15em; }
.plain a { display: inline-block; padding: 0.15rem 0; }
.plain h3 { margin: 0.6em 0 0.1em; }
.lines { list-style: none; padding: 0; }
.lines li { margin-bottom: 0.9em; }
.lines a { font-weight: 700; }
.lines span { display: block; }
.lines .downloads a, .lines span a { font-weight: 400; }
.filters { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr)); gap: 0.75rem 1rem; align-items: end; background: var(--band); border-left: 5px solid var(--accent); padding: 1rem; margin: 0 0 1.25rem; }
.filters > p { grid-column: 1 / -1; margin: 0; }
th:has(button) { vertical-align: bottom; }
th button { font: inherit; font-weight: 700; line-height: 1.2; color: inherit; background: none; border: 0; padding: 0.25rem 0 0; text-align: inherit; cursor: pointer; text-decoration: underline; text-underline-offset: 0.15em; }
th[aria-sort="ascending"] button::after { content: " ▲"; }
th[aria-sort="descending"] button::after { content: " ▼"; }
.snippet { background: var(--band); border: 1px solid var(--line); padding: 0.75rem; margin: 0 0 1em; max-height: 18rem; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.875rem; line-height: 1.4; }
.act { font: inherit; color: var(--page); background: var(--accent); border: 0; padding: 0.4rem 0.9rem; margin: 0 0.75rem 0.5rem 0; min-height: 2.5rem; cursor: pointer; }
dl.terms dt { font-weight: 700; margin-top: 1em; }
dl.terms dd { margin: 0.15em 0 0; }
[hidden] { display: none !important; }
@media (max-width: 40rem) {
  nav.site ul { gap: 0 0.95rem; }
  nav.site { font-size: 0.9375rem; }
  .stacked thead:has(button) { position: static; width: auto; height: auto; overflow: visible; clip-path: none; display: block; border-bottom: 2px solid var(--text); padding-bottom: 0.35em; }
  .stacked thead:has(button) tr { display: flex; flex-wrap: wrap; gap: 0 1rem; border: 0; padding: 0; }
  .stacked thead:has(button) tr::before { content: "Sort by:"; padding: 0.25rem 0; }
  .stacked thead:has(button) th { display: block; border: 0; padding: 0; }
  .stacked thead:has(button) th:not(:has(button)) { display: none; }
}
@media print { nav.site, .find, .filters, .letters, .act { display: none; } th button { padding: 0; text-decoration: none; } th[aria-sort] button::after { content: none; } }
`.trim();
