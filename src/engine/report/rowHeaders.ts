/**
 * The first cell of each row of a table as that row's header, in a PDF that Typst wrote. Typst marks
 * the header's cells alone, and lists for every cell the one above it, which a reader's software
 * takes for all there are. Here the first cell of a row becomes a header with a scope, and lists go,
 * so that software finds both headers of a cell by their scope. Every change keeps its length, so
 * that the table of where objects stand still holds.
 */
export function withRowHeaders(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString("latin1");
  const cell =
    /\/S \/TD(\n  \/P \d+ 0 R\n  \/A \[<<\n {4}\/O \/Table\n {4})(\/Headers \[[^\]]*\])/g;
  const changed = text.replace(cell, (_, between: string, headers: string) => {
    const isFirst = /^\/Headers \[\(U\d+x0y\d+\)\]$/.test(headers);
    const instead = (isFirst ? "/Scope /Row" : "").padEnd(headers.length);
    return `/S /${isFirst ? "TH" : "TD"}${between}${instead}`;
  });
  return Buffer.from(changed, "latin1");
}
