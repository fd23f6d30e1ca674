/**
 * What a report's page without scripts holds, for its live page to show until scripts have drawn the
 * same: without its list of contents, which only that page has, and with addresses as they are one
 * folder below.
 */
export function firstPaint(page: string): string {
  const main = /<main\b[^>]*>\n([\s\S]*)\n<\/main>/.exec(page)?.[1] ?? "";
  return main
    .replace(/<nav class="contents"[\s\S]*?<\/nav>\n?/g, "")
    .replace(/(\s(?:href|src)=")(?![a-z][a-z0-9+.-]*:|#|\/)/gi, "$1../");
}

/** Where a page's address asks for something, the page is not to show first what nobody asked for. */
export const askedScript =
  'if (location.search !== "") document.documentElement.dataset.asked = "";\n';
