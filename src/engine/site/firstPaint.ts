/** A report as a live page shows it until its scripts have drawn the same, as HTML. */
export interface FirstPaint {
  /** What a reader must know of the data. */
  readonly about: string;
  readonly main: string;
}

/**
 * Takes the first paint of a live page from the report's page without scripts: without its list of
 * contents, which only that page has, and with addresses as they are one folder below.
 */
export function firstPaint(page: string): FirstPaint {
  const main = /<main\b[^>]*>\n([\s\S]*)\n<\/main>/.exec(page)?.[1] ?? "";
  return {
    about: /<ul class="about">[\s\S]*?<\/ul>/.exec(page)?.[0] ?? "",
    main: main
      .replace(/<nav class="contents"[\s\S]*?<\/nav>\n?/g, "")
      .replace(/(\s(?:href|src)=")(?![a-z][a-z0-9+.-]*:|#|\/)/gi, "$1../"),
  };
}

/** Where a page's address asks for something, the page is not to show first what nobody asked for. */
export const askedScript =
  'if (location.search !== "") document.documentElement.dataset.asked = "";\n';
