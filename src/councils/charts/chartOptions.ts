/** What every chart is asked, besides the result that it draws. */
export interface ChartOptions {
  /** Where the data come from, as a reader would cite it. */
  readonly source: string;
  /** The figure's id in its report, where the chart's own is already taken. */
  readonly id?: string;
  /** The document that makes the SVG: the page's own in a browser, linkedom's in Node. */
  readonly document?: Document;
}

/** The document to draw with. Throws a TypeError where there is none. */
export function documentOf({
  document = globalThis.document,
}: Pick<ChartOptions, "document">): Document {
  if (document === undefined)
    throw new TypeError("a chart needs a document: outside a browser, pass { document }");
  return document;
}
