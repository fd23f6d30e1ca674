/** Fields that hold text: on a narrow window each fills the column below its label, or it is too small to type in. */
const written =
  'input:not([type="range"], [type="checkbox"], [type="radio"], [type="color"]), select, textarea';

/** What a live page needs besides the style sheet of a report: controls and messages. */
export const liveStyle = `
.ninefold-control { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: center; background: var(--band); border-left: 5px solid var(--accent); padding: 0.75rem 1rem; margin: 0 0 1em; max-width: 66ch; }
.ninefold-control label { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: center; font-weight: 700; min-width: 0; max-width: 100%; }
.ninefold-control input, .ninefold-control select { font: inherit; font-weight: 400; color: var(--text); accent-color: var(--accent); max-width: 100%; min-width: 0; }
.ninefold-control input[type="search"], .ninefold-control select { background: var(--page); border: 2px solid var(--text); min-height: 2.5rem; padding: 0.25rem 0.5rem; }
.ninefold-control input[type="range"] { width: 16rem; height: 2rem; }
.ninefold-control input[type="checkbox"] { width: 1.5rem; height: 1.5rem; }
.ninefold-control output { font-variant-numeric: tabular-nums; min-width: 4ch; }
fieldset.ninefold-control { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(12rem, 100%), 1fr)); align-items: end; border-width: 0 0 0 5px; max-width: none; min-width: 0; }
.ninefold-control legend { float: left; grid-column: 1 / -1; padding: 0; font-weight: 700; }
fieldset.ninefold-control > div { display: grid; grid-template-columns: 1fr auto; align-items: end; gap: 0 0.75rem; }
fieldset.ninefold-control label { display: block; font-size: 1.0625rem; font-weight: 400; }
fieldset.ninefold-control input[type="range"] { display: block; width: 100%; }
[data-asked] #first, #first .on-static, #first .to-print { display: none; }
:root:not([data-asked]) #first ~ #live { position: absolute; visibility: hidden; width: 100%; height: 0; overflow: hidden; }
.cell:has(> .ninefold-control) + .cell > .ninefold-control { margin-top: -1em; padding-top: 0; }
.problem { border: 3px solid var(--text); padding: 0.75rem 1rem; margin: 0 0 1em; max-width: 66ch; }
.problem p { margin: 0; }
@media (min-width: 40.01rem) {
  .cell:has(> .ninefold-control) + .cell label:has(input[type="search"]), .cell:has(+ .cell > .ninefold-control) label:has(input[type="search"]) { display: grid; grid-template-columns: minmax(0, 14.5rem) minmax(0, 1fr); width: 100%; }
}
@media (max-width: 40rem) {
  .ninefold-control label:has(> :is(${written})) { display: block; width: 100%; }
  .ninefold-control label > :is(${written}) { display: block; width: 100%; margin-top: 0.25rem; }
}
.ninefold-control .note { flex-basis: 100%; grid-column: 1 / -1; margin: 0; }
.printed { display: none; }
.live-links { font-size: 0.9375rem; line-height: 1.4; margin-bottom: 0; }
.live-links a { display: inline-block; padding: 0.125rem 0; margin-right: 1.25em; }
.live-links a[hidden] { display: none; }
.live-links button { font: inherit; color: var(--link); background: none; border: 0; padding: 0.125rem 0; margin-right: 1.25em; cursor: pointer; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
.live-links input { font: inherit; width: 100%; max-width: 40rem; color: var(--text); background: var(--page); border: 2px solid var(--text); padding: 0.25rem 0.5rem; }
@media print {
  .live-links, .live-links + .note, .ninefold-control:not(:has(> .printed:not(:empty))) { display: none; }
  .ninefold-control > :not(.printed) { display: none !important; }
  .ninefold-control { border: 0; padding: 0; margin: 0 0 0.5em !important; }
  .printed { display: block; margin: 0; }
}
`.trim();
