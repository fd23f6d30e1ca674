/**
 * The style sheet of a report, as text so that it goes into the page and plain Node finds it.
 *
 * One column in the middle, as wide as a picture: lines of about 70 characters. A wide table may use
 * the margin on its right. What is wider still scrolls in a box of its own, so that the page never
 * scrolls sideways (320 px is the narrowest). A picture that was drawn for each view fills the column,
 * or on a phone nearly the window, and stands on the page itself. One that was drawn once keeps its size, as
 * a smaller one could not be read, and a white panel in dark mode, as its colours were chosen for
 * white. Contrast is at least 4.5:1 for text and 3:1 for what shows focus.
 */

/** Windows up to here have no room for a wide picture at its own size, so they get a narrow one. */
export const narrowest = "42.49em";

/** On a phone a value stands behind what its column is called. */
const stackedLabels = [2, 3, 4, 5, 6, 7]
  .map(
    (i) => `  .stacked td:nth-child(${i})::before { content: var(--c${i}); color: var(--quiet); }`,
  )
  .join("\n");

export const style = `
:root {
  --text: #0b0c0c; --quiet: #484d51; --page: #ffffff; --band: #f3f4f5; --line: #b1b4b6;
  --link: #1a65a6; --focus: #ffdd00; --focus-text: #0b0c0c; --accent: #12436d;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #eceeef; --quiet: #b9bfc4; --page: #14181b; --band: #20262a; --line: #5a6268;
    --link: #8fc1ee; --accent: #8fc1ee;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 1.1875rem/1.5 "Source Sans 3", "Source Sans Pro", system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: break-word;
}
.width { max-width: 44rem; margin: 0 auto; padding: 0 1.25rem; }
h1, h2, h3, h4, h5 { line-height: 1.2; margin: 2em 0 0.6em; text-wrap: balance; }
h1 { font-size: clamp(1.5rem, 1.2rem + 1.2vw, 2.1rem); line-height: 1.15; margin: 0 0 0.4em; }
h2 { font-size: clamp(1.3rem, 1.2rem + 0.4vw, 1.5rem); }
figure > h2 { font-size: clamp(1.2rem, 1.15rem + 0.3vw, 1.35rem); }
h3 { font-size: clamp(1.2rem, 1.15rem + 0.3vw, 1.35rem); }
h4, h5 { font-size: 1.1875rem; }
p, ul, ol, blockquote { margin: 0 0 1em; }
ul, ol { padding-left: 1.3em; }
li { margin-bottom: 0.35em; }
li > p { margin-bottom: 0.35em; }
ul + ul { margin-top: -0.65em; }
blockquote { padding-left: 1em; border-left: 5px solid var(--line); }
hr { border: 0; border-top: 1px solid var(--line); margin: 2.5em 0; }
code { font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.9em; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
a:hover { text-decoration-thickness: 3px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 0; box-shadow: 0 0 0 6px var(--focus-text); }
a:focus-visible, summary:focus-visible {
  background: var(--focus); color: var(--focus-text); outline-color: var(--focus);
  box-shadow: 0 4px var(--focus-text);
}
.skip { position: absolute; left: -999rem; padding: 0.75rem 1rem; }
.skip:focus { position: static; display: block; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
header .width { display: flow-root; }
header .downloads { margin: 0; }
header { background: var(--band); border-top: 0.6rem solid var(--accent); padding: 1rem 0 0.6rem; margin-bottom: 1.25rem; }
.lead { margin-bottom: 0.9rem; }
.lead strong { display: block; font-size: clamp(1.25rem, 1.1rem + 0.6vw, 1.5rem); line-height: 1.2; margin-bottom: 0.25em; text-wrap: balance; }
.lead p { margin: 0; }
.tiles ul { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.25rem, 1fr)); gap: 0.6rem; padding: 0; margin: 0 0 1.25rem; list-style: none; }
.tiles li { background: var(--band); border-left: 4px solid var(--accent); padding: 0.5rem 0.6rem; margin: 0; }
.tiles li > p { margin: 0; font-size: 0.9375rem; line-height: 1.3; }
.tiles strong { display: block; font-size: 1.35rem; line-height: 1.2; font-variant-numeric: lining-nums; }
.contents { border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); padding: 0.75rem 0; margin: 2rem 0; font-size: 1.0625rem; }
.contents p { font-weight: 700; margin: 0 0 0.35em; }
.contents ul { margin: 0; padding: 0; }
.contents ul { list-style: none; }
.contents a { display: block; padding: 0.1rem 0; }
.others { border-top: 1px solid var(--line); margin-top: 3rem; }
.others h2 { font-size: 1.35rem; margin: 1em 0 0.5em; }
.others ul { columns: 15rem; padding-left: 1.2em; }
.about { padding: 0; margin-bottom: 0.4em; list-style: none; color: var(--quiet); font-size: 0.9375rem; line-height: 1.45; }
figure { margin: 2.75em 0; }
.lead + figure, .tiles + figure { margin-top: 0; }
.control + figure, .control + .table { margin-top: 0.75rem; }
figure > h2, figure > h3, figure > h4, figure > h5 { margin: 0 0 0.3em; }
figure .number:not(td, th) { color: var(--quiet); font-size: 1rem; font-weight: 400; margin-right: 0.35em; }
.subtitle { color: var(--quiet); font-size: 1rem; line-height: 1.4; margin-bottom: 0.6em; }
.panel { background: #ffffff; overflow-x: auto; padding: 0.5rem; border: 1px solid var(--line); }
.panel img { display: block; max-width: none; height: auto; margin: 0 auto; }
.panel img + img { margin-top: 1rem; }
picture img { display: block; max-width: 100%; height: auto; }
figcaption { margin-top: 0.75em; font-size: 1.0625rem; line-height: 1.4; }
figcaption > p { margin-bottom: 0.5em; }
.source, .scope, .note, .downloads, summary { color: var(--quiet); font-size: 0.9375rem; line-height: 1.4; margin-bottom: 0.4em; }
.table { margin: 3em 0; }
.scroll { overflow-x: auto; margin-bottom: 0.75em; background: linear-gradient(90deg, var(--page) 30%, transparent) 0 0 / 2.5rem 100% no-repeat local, linear-gradient(-90deg, var(--page) 30%, transparent) 100% 0 / 2.5rem 100% no-repeat local, linear-gradient(90deg, var(--line), transparent) 0 0 / 0.9rem 100% no-repeat scroll, linear-gradient(-90deg, var(--line), transparent) 100% 0 / 0.9rem 100% no-repeat scroll; }
table { border-collapse: collapse; font-size: 0.9375rem; line-height: 1.35; font-variant-numeric: tabular-nums lining-nums; }
caption { text-align: left; font-weight: 700; font-size: 1.1875rem; line-height: 1.3; padding: 0 0 0.5em; max-width: calc(100vw - 2.5rem); }
details caption { font-size: 0.9375rem; font-weight: 400; }
th, td { text-align: left; vertical-align: top; padding: 0.4em 1em 0.4em 0; border-bottom: 1px solid var(--line); overflow-wrap: normal; }
thead th { vertical-align: bottom; border-bottom: 2px solid var(--text); text-wrap: balance; }
tbody th { font-weight: 400; min-width: min(10rem, 40vw); }
tbody th.code { min-width: 0; }
th.code a { display: inline-block; padding: 0.15rem 0.5rem 0.15rem 0; }
details > [id] { scroll-margin-top: 4rem; }
th.number, td.number { text-align: right; padding-left: 0.5em; }
td.measure { white-space: nowrap; }
td.sentence { min-width: min(15rem, 60vw); }
td a { display: inline-block; min-width: 6rem; overflow-wrap: anywhere; }
th:last-child, td:last-child { padding-right: 0.25em; }
td { min-width: 3em; }
.form th, .form td { border: 1px solid var(--line); padding: 0.6em 0.5em; }
.form td:last-child { min-width: 14em; }
details { margin: 0.25em 0; }
summary { display: inline-block; min-height: 1.75rem; padding: 0.125rem 0.25rem; color: var(--link); text-decoration: underline; text-underline-offset: 0.15em; cursor: pointer; }
summary::before { content: "▸ "; display: inline-block; width: 1em; }
summary::-webkit-details-marker { display: none; }
details[open] > summary::before { content: "▾ "; }
details[open] > summary { margin-bottom: 0.5em; }
.downloads a { display: inline-block; padding: 0.125rem 0; margin-right: 1.25em; }
.control { display: inline-block; color: var(--quiet); font-size: 0.9375rem; line-height: 1.4; margin: 0 1.5rem 0.5rem 0; }
footer { background: var(--band); border-top: 1px solid var(--line); margin-top: 4rem; padding: 2rem 0 3rem; font-size: 1.0625rem; }
footer h2 { font-size: 1.35rem; margin-top: 1em; }
footer h2:first-child { margin-top: 0; }
@media (max-width: 40rem) {
  body { font-size: 1.0625rem; }
  header { padding-top: 1.5rem; margin-bottom: 1.5rem; }
  figure, .table { margin: 2.25em 0; }
  .tiles ul { grid-template-columns: 1fr 1fr; }
  .stacked, .stacked caption, .stacked tbody, .stacked tr, .stacked th, .stacked td { display: block; }
  .stacked { width: 100%; }
  .stacked thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stacked tr { border-bottom: 1px solid var(--line); padding: 0.5em 0; }
  .stacked tbody th, .stacked td, .stacked td.number { border: 0; padding: 0.1em 0; text-align: left; white-space: normal; min-width: 0; }
  .stacked tbody th { font-weight: 700; }
${stackedLabels}
  .wide th:first-child { position: sticky; left: 0; background: var(--page); z-index: 1; }
}
@media (max-width: ${narrowest}) {
  picture { display: block; margin: 0 -0.75rem; }
  picture img { width: 100%; max-width: 30rem; margin: 0 auto; }
}
@media (min-width: 64rem) {
  .scroll { margin-right: -8rem; }
}
@media (forced-colors: active) {
  .panel, picture { forced-color-adjust: none; }
  :focus-visible { outline-color: Highlight; }
}
@media print {
  @page { size: A4; margin: 18mm; }
  :root { --text: #000; --quiet: #333; --page: #fff; --band: #fff; --line: #999; --link: #000; --accent: #12436d; color-scheme: light; }
  html { font-size: 8.8pt; }
  body { font-size: 1.1875rem; }
  header { padding: 1rem 0 0; margin-bottom: 1rem; }
  h1 { font-size: 2.4rem; }
  h2, h3, h4, h5 { margin-top: 1.25em; }
  figure, .table { margin: 1.75em 0; }
  .width { padding: 0; max-width: none; }
  .skip, .downloads, .contents, .others, details.on-demand:not([open]) { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  summary::before { display: none; }
  figure, .table, .tiles, tr { break-inside: avoid; }
  h1, h2, h3, h4, h5, .subtitle, caption { break-after: avoid; }
  caption { max-width: none; }
  .panel, .scroll { overflow: visible; border: 0; padding: 0; margin-right: 0; }
  .panel img { max-width: 100%; }
  picture { margin: 0; }
}
`.trim();
