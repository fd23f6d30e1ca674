import { escapeHtml } from "../../engine/report/escapeHtml.js";
import { number } from "../../engine/report/format.js";
import { isSafeAddress } from "../../engine/report/markdown.js";
import type { SitePage } from "../../engine/report/sitePage.js";
import { expectation } from "../../datapackage/tableSchema.js";
import type { Descriptor, Field, Resource, TableResource } from "../../datapackage/descriptor.js";

/** The archive of all data, from the site's root. */
export const archivePath = "data/ninefold-data.zip";

const idOf = (path: string) => path.replace(/[^a-z0-9]+/gi, "-");
const link = (address: string, text: string) =>
  isSafeAddress(address)
    ? `<a href="${escapeHtml(address)}">${escapeHtml(text)}</a>`
    : escapeHtml(text);

const size = (bytes: number) =>
  bytes < 1024 ? `${bytes} bytes` : `${number(Math.round(bytes / 1024))} KB`;

/** A list of the data files, with what they are and where each column is explained. */
export function dataPage(
  { resources }: Descriptor,
  files: ReadonlyMap<string, Uint8Array>,
  archive: Uint8Array,
): SitePage {
  const item = ({ path, title, ...resource }: Resource) => {
    const rows =
      resource.profile === "tabular-data-resource" ? ` A row is one ${resource.rowIs}.` : "";
    return `<li><a href="${escapeHtml(path)}">${escapeHtml(title)}</a><span>${escapeHtml(path)}, ${size(files.get(path)!.length)}.${escapeHtml(rows)} <a href="dictionary/#${idOf(path)}">What it holds<span class="hidden">: ${escapeHtml(title)}</span></a></span></li>`;
  };
  const there = resources.filter(({ path }) => files.has(path));
  const described = new Set(there.map(({ path }) => path));
  const others = [...files.keys()].filter((path) => !described.has(path));
  return {
    path: "data/index.html",
    title: "The data",
    description: "Every file that the figures are computed from, and what its columns hold.",
    main: `<p>For people: <a href="../ratings/">every published rating</a>, as a table and as CSV. Every figure of every report has its data as CSV below it.</p>
<p><strong>Everything:</strong> <a href="ninefold-data.zip">all files as one archive</a> (${size(archive.length)}), with the data dictionary and the licences. The <a href="dictionary/">data dictionary</a> says what each column holds.</p>
<h2 id="files">The files</h2>
<p class="note">These files are raw: they are the very bytes that every figure is computed from. Their texts come from other publishers. A spreadsheet may take a text in them for a formula or for a date, so import them as text.</p>
<p class="note"><strong>Before you quote a row:</strong> one whose confidence is low is not confirmed, and one whose status is withdrawn no longer stands. No page here prints the rating of such a row as a council's.</p>
<ul class="lines">
${there.map(item).join("\n")}
${others.map((path) => `<li><a href="${escapeHtml(path)}">${escapeHtml(path)}</a></li>`).join("\n")}
</ul>`,
  };
}

function fieldHtml(field: Field): string {
  const { name, description, unit } = field;
  return `<tr><th scope="row"><code>${escapeHtml(name)}</code></th><td class="sentence">${escapeHtml(description)}</td><td>${escapeHtml(unit ?? "–")}</td><td>${escapeHtml(expectation(field).replace(/^expected /, ""))}</td></tr>`;
}

const stack = ["Meaning", "Unit", "Holds"].map((label, i) => `--c${i + 2}:'${label}: '`).join(";");

function tableHtml({ schema, path }: TableResource): string {
  const { fields, primaryKey } = schema;
  return `<div class="scroll" role="group" tabindex="0" aria-label="Table: columns of ${escapeHtml(path)}">
<table class="stacked" style="${stack}"><caption class="hidden">Columns of ${escapeHtml(path)}</caption>
<thead><tr><th scope="col">Column</th><th scope="col">Meaning</th><th scope="col">Unit</th><th scope="col">Holds</th></tr></thead>
<tbody>
${fields.map(fieldHtml).join("\n")}
</tbody></table>
</div>
<p class="note">A row is known by: ${escapeHtml(primaryKey.join(", "))}.</p>`;
}

function resourceHtml(resource: Resource): string {
  const { path, title, description, licenses, sources } = resource;
  const from = sources.map((one) =>
    one.path === undefined ? escapeHtml(one.title) : link(one.path, one.title),
  );
  return `<section aria-labelledby="${idOf(path)}">
<h2 id="${idOf(path)}">${escapeHtml(title)}</h2>
<p class="subtitle"><code>${escapeHtml(path)}</code></p>
<p>${escapeHtml(description)}</p>
${resource.profile === "tabular-data-resource" ? tableHtml(resource) : ""}
<p class="source">Source: ${from.join("; ")}. Licence: ${licenses.map((one) => link(one.path, one.title)).join("; ")}.</p>
</section>`;
}

/** Every column of every file: what it means, its unit and what it may hold. */
export function dictionaryPage({ resources, numberFormats }: Descriptor): SitePage {
  const contents = resources.map(
    ({ path, title }) => `<li><a href="#${idOf(path)}">${escapeHtml(title)}</a></li>`,
  );
  return {
    path: "data/dictionary/index.html",
    title: "Data dictionary",
    description: "Every column of every data file: what it means, its unit and what it may hold.",
    main: `<p>${escapeHtml(numberFormats.description)}</p>
<nav class="contents" aria-label="On this page">
<p>On this page</p>
<ul>
${contents.join("\n")}
</ul>
</nav>
${resources.map(resourceHtml).join("\n")}`,
  };
}

/** The dictionary as plain text, for the archive. */
export function dictionaryText({ resources }: Descriptor): string {
  const parts = resources.map((resource) => {
    const head = `${resource.path}\n${resource.title}\n${resource.description}\n`;
    if (resource.profile !== "tabular-data-resource") return head;
    const fields = resource.schema.fields.map(
      (field) =>
        `  ${field.name}: ${field.description}${field.unit === undefined ? "" : ` Unit: ${field.unit}.`} (${expectation(field)})\n`,
    );
    return head + fields.join("");
  });
  return parts.join("\n");
}

/** Sources and licences of each file, as plain text, for the archive. */
export function licenceText({ resources }: Descriptor): string {
  const lines = resources.map(
    ({ path, licenses, sources }) =>
      `${path}\n  Source: ${sources.map((one) => [one.title, one.path].filter(Boolean).join(", ")).join("; ")}\n  Licence: ${licenses.map((one) => `${one.title}, ${one.path}`).join("; ")}\n`,
  );
  return lines.join("\n");
}
