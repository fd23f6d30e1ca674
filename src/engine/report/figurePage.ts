import type { Figure, Prose, Report } from "./block.js";
import { blockHtml } from "./blockHtml.js";
import { sourceText } from "./cell.js";
import { figureSnippets, placeholder } from "./figureSnippets.js";
import { escapeHtml } from "./escapeHtml.js";
import { date as dateWords } from "./format.js";
import { pictureEnding } from "./pictureFiles.js";
import { fromPage, upFrom, type SiteFrame } from "./siteFrame.js";
import { sitePageHtml } from "./sitePage.js";

export interface FigurePageOptions {
  readonly report: Report;
  /** Its number in the report. */
  readonly number: number;
  readonly frame: SiteFrame;
  readonly footer?: Prose;
  /** The day of the data, `YYYY-MM-DD`. */
  readonly date: string;
  /** What the notebook was asked for. */
  readonly asked: unknown;
}

/** The script that a figure's page has, from the site's root. */
export const figureScriptPath = "assets/figure.js";

/** The files of a figure, by what a reader calls them, from the site's root. */
function filesOf({ id, drawings }: Figure, report: string): readonly (readonly [string, string])[] {
  const at = (ending: string) => `${report}/${id}${ending}`;
  const narrow = [
    ["Narrow, SVG", at(pictureEnding("narrow"))],
    ["Narrow, PNG", at(pictureEnding("narrow", 2))],
  ] as const;
  return [
    ["SVG", at(pictureEnding("wide"))],
    ["PNG", at(pictureEnding("wide", 1))],
    ["PNG, twice the size", at(pictureEnding("wide", 2))],
    ...(drawings ? narrow : []),
    ["Data as CSV", at(".csv")],
    ["About this figure, JSON", `figures/${report}/${id}/figure.json`],
  ];
}

/**
 * The page of one figure, `figures/REPORT/ID/`, and what says of it what a machine can read,
 * `figure.json`: title, source, n, what the notebook was asked for, day of the data, licence, how to
 * cite it and its files.
 */
export function figurePage(
  figure: Figure,
  { report, number, frame, footer, date, asked }: FigurePageOptions,
): [path: string, content: string][] {
  const { id, title, subtitle, alt, caption, n, unit } = figure;
  const { asAt = date } = frame;
  const folder = `figures/${report.id}/${id}/`;
  const path = `${folder}index.html`;
  const files = filesOf(figure, report.id);
  const citation = `${title}. Figure ${number} of “${report.title}”. ${frame.name}, data as at ${dateWords(asAt)}.${frame.address === undefined ? "" : ` ${frame.address}${folder}`}`;
  const facts = {
    schema: "ninefold.figure/1",
    id,
    report: report.id,
    number,
    ...{ title, subtitle, alt, caption },
    source: sourceText(figure),
    n,
    ...(unit !== undefined && { unit }),
    ...{ asked, vintage: asAt },
    ...(frame.licence !== undefined && { licence: frame.licence }),
    citation,
    ...(frame.address !== undefined && { page: frame.address + folder }),
    files: Object.fromEntries(files.map(([name, file]) => [name, (frame.address ?? "") + file])),
  };
  const links = files.map(
    ([name, file]) => `<li><a href="${escapeHtml(fromPage(path, file))}" download>${name}</a></li>`,
  );
  // What the script puts the site's own address in place of, and its way there.
  const where = `data-base="${escapeHtml(frame.address ?? placeholder)}" data-root="${upFrom(path)}"`;
  const snippets = figureSnippets(figure, { folder, picture: files[0][1], frame }).map(
    ({ name, code }) =>
      `<h3>${name}</h3>\n<pre class="snippet" ${where} tabindex="0"><code>${escapeHtml(code)}</code></pre>`,
  );
  const main = `${blockHtml(figure, { isTitled: true })}
<p><a href="${fromPage(path, `${report.id}.html`)}#${id}">Figure ${number} of “${escapeHtml(report.title)}”</a> · <a href="${fromPage(path, "figures/")}">Every figure</a></p>
<h2 id="figure_files">Files</h2>
<ul class="plain">\n${links.join("\n")}\n</ul>
<h2 id="figure_cite">Cite it</h2>
<p class="snippet cite" ${where}>${escapeHtml(citation)}</p>
${frame.licence === undefined ? "" : `<p>${escapeHtml(frame.licence)}</p>\n`}<h2 id="figure_embed">Put it on a page</h2>
<p class="note">${frame.address === undefined ? "Where the code says https://example.org/, put the address of this site. " : ""}The picture has its title, its source and its text for those who cannot see it.</p>
${snippets.join("\n")}`;
  const page = {
    ...{ path, title, main },
    description: alt,
    about: report.about,
    scripts: [figureScriptPath],
    picture: { path: files[2][1], alt },
  };
  return [
    [path, sitePageHtml(page, frame, footer)],
    [`${folder}figure.json`, `${JSON.stringify(facts, null, 2)}\n`],
  ];
}
