import { escapeHtml } from "../../engine/report/escapeHtml.js";
import { councilsFolder } from "../data/pagePath.js";

/** A page that leads on to the one that has taken its place; its link works where it does not. */
const leadsTo = (slug: string) => `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<title>This page has moved</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="${slug}/">
<meta http-equiv="refresh" content="0; url=${slug}/">
<h1>This page has moved</h1>
<p><a href="${slug}/">To the council's page</a></p>
</html>
`;

/** Pages of councils were `councils/camden.html` before they had folders: whoever kept that address is led on. */
export const oldAddresses = (slugs: Iterable<string>): [string, string][] =>
  [...slugs].map((slug) => [`${councilsFolder}/${slug}.html`, leadsTo(escapeHtml(slug))]);
