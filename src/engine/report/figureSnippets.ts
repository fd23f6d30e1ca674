import type { Figure } from "./block.js";
import { onPage, cellText, sourceText } from "./cell.js";
import { escapeHtml } from "./escapeHtml.js";
import type { SiteFrame } from "./siteFrame.js";

/** What stands for a site's address where it is not known; a page puts its own in its place. */
export const placeholder = "https://example.org/";

export interface SnippetOptions {
  /** The figure's page and its picture, from the site's root. */
  readonly folder: string;
  readonly picture: string;
  readonly frame: SiteFrame;
}

/** HTML that shows a figure on somebody's own page: the picture alone, and with its data as a table. */
export function figureSnippets(
  figure: Figure,
  { folder, picture, frame: { address = placeholder } }: SnippetOptions,
): readonly { readonly name: string; readonly code: string }[] {
  const { title, alt, data } = figure;
  const image = `<img src="${escapeHtml(address + picture)}" alt="${escapeHtml(alt)}" style="max-width: 100%; height: auto">`;
  const linked = `<a href="${escapeHtml(address + folder)}">\n${image}\n</a>`;
  const { columns, rows } = onPage(data);
  const head = columns.map(({ label }) => `<th scope="col">${escapeHtml(label)}</th>`).join("");
  const body = rows.map((row) => {
    const cells = columns.map((column, i) => {
      const text = escapeHtml(cellText(column, row[column.key] ?? null));
      return i === 0 ? `<th scope="row">${text}</th>` : `<td>${text}</td>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  const table = `<table>\n<caption>${escapeHtml(title)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join("\n")}\n</tbody>\n</table>`;
  return [
    { name: "The picture", code: linked },
    {
      name: "The picture with its data",
      code: `<figure>\n${linked}\n<figcaption>${escapeHtml(sourceText(figure))}</figcaption>\n<details>\n<summary>The data as a table</summary>\n${table}\n</details>\n</figure>`,
    },
  ];
}
