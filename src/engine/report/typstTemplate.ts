import { codeFamily, coveredText, fontFamily, literal } from "./typstText.js";
import type { Covers } from "./typstText.js";
import { visible } from "./visible.js";

/** Between the margins of a page, in points. */
const textWidth = 481;

/** How a report is set, in Typst's units: sizes of text, and white space above and between. */
export const usual = {
  margins: "top: 21mm, bottom: 18mm",
  foot: "18mm",
  body: "10.5pt",
  leading: "0.62em",
  spacing: "1.05em",
  item: "0.7em",
  headings: [22, 14, 12.5, 12, 11],
  aboveHeading: "1.7em",
  aboveSmallHeading: "1.7em",
  belowHeading: "0.8em",
  tableCaption: "10.5pt",
  caption: "9.5pt",
  quiet: "9pt",
  aroundBlock: "1.6em",
  aboveSource: "0.7em",
  belowSubtitle: "0.9em",
  cell: { sizes: [10, 9, 8], leading: "0.5em", above: 3.9, below: 3.1 },
};
/** For few pages: sentences are set in 9.5 points, captions in 8.5, tables and notes in 8. */
export const compact: typeof usual = {
  margins: "top: 14mm, bottom: 13mm",
  foot: "13mm",
  body: "9.5pt",
  leading: "0.55em",
  spacing: "0.85em",
  item: "0.5em",
  headings: [20, 12.5, 11, 10.5, 10],
  aboveHeading: "1em",
  aboveSmallHeading: "0.6em",
  belowHeading: "0.55em",
  tableCaption: "9.5pt",
  caption: "8.5pt",
  quiet: "8pt",
  aroundBlock: "0.9em",
  aboveSource: "0.45em",
  belowSubtitle: "0.8em",
  cell: { sizes: [8], leading: "0.4em", above: 2.1, below: 1.1 },
};
export type Setting = typeof usual;

/** How every report's document begins: its page, its type, and what its blocks are set with. */
export const template = (title: string, covers: Covers, date: string, setting: Setting) => {
  const [year, month, day] = date.split("-").map(Number);
  const heading = literal(coveredText(title, covers));
  return `#set document(title: ${literal(visible(title))}, date: datetime(year: ${year}, month: ${month}, day: ${day}))
#set page(
  paper: "a4",
  margin: (x: 20mm, ${setting.margins}),
  header: context if counter(page).get().first() > 1 {
    set text(size: 9pt, fill: luma(80))
    box(width: 100%, inset: (bottom: 4pt), stroke: (bottom: 0.5pt + luma(170)), ${heading})
  },
  footer: context {
    set text(size: 9pt, fill: luma(80))
    align(right)[Page #counter(page).display() of #counter(page).final().first()]
  },
)
#set text(font: ${literal(fontFamily)}, fallback: false, lang: "en", region: "GB", size: ${setting.body}, fill: rgb("#0b0c0c"), hyphenate: false)
#set par(leading: ${setting.leading}, spacing: ${setting.spacing}, justify: false)
#set list(marker: ([•], [–]), spacing: ${setting.item})
#set enum(spacing: ${setting.item})
#show raw: set text(font: (${literal(codeFamily)}, ${literal(fontFamily)}), size: 1.1em)
#show link: set text(fill: rgb("#12436d"))
#show link: underline

#show quote.where(block: true): set pad(x: 0pt)
#show heading: set block(above: ${setting.aboveHeading}, below: ${setting.belowHeading})
#show heading.where(level: 3): set block(above: ${setting.aboveSmallHeading})
#show heading: set par(leading: 0.5em)
${setting.headings
  .map((size, i) => `#show heading.where(level: ${i + 1}): set text(size: ${size}pt)`)
  .join("\n")}
#show figure: set align(left)
#show figure.where(kind: table): set block(breakable: true, above: ${setting.aroundBlock})
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.where(kind: image): set figure(numbering: none)
#show figure.caption: it => if it.kind == image { block(width: 100%, text(size: ${setting.caption}, it.body)) } else { block(width: 100%, sticky: it.kind == table, text(size: if it.kind == table { ${setting.tableCaption} } else { ${setting.caption} }, strong[#it.supplement #context it.counter.display(it.numbering). ] + it.body)) }
#let numbered(body) = text(size: 0.8em, weight: "regular", fill: luma(70), body + h(0.6em))
#let quiet(body) = text(size: ${setting.quiet}, fill: luma(70), body)
#let small(body) = {
  set text(size: ${setting.quiet})
  set par(spacing: ${setting.item})
  show heading: set text(size: ${setting.body})
  body
}
#let source(body) = block(above: ${setting.aboveSource}, quiet(body))
#let subtitle(body) = block(above: 0.6em, below: ${setting.belowSubtitle}, sticky: true, text(fill: luma(60), body))
// Kept on one page, unless it is longer than a page.
#let whole(body) = block(above: ${setting.aroundBlock}, below: ${setting.aroundBlock}, layout(page => {
  let height = measure(block(width: page.width, body)).height
  block(width: 100%, breakable: height > page.height, body)
}))
// Kept on one page, unless that would leave more than a quarter of one empty.
#let kept(body) = block(above: ${setting.aroundBlock}, below: ${setting.aroundBlock}, breakable: false, body)
// A figure or a table of a size that is given: where it does not fit below, a little smaller, or
// else at the top of the next page, so that the text that follows fills this one. Without such text
// it begins the next page, so that what follows is laid out below it.
#let floating(id, sizes, fills, body) = {
  block(height: 0pt, above: ${setting.aroundBlock}, below: 0pt, [#metadata(none)#label(id)])
  context {
    let tall(size) = measure(block(width: ${textWidth}pt, body(size))).height
    let at = locate(label(id)).position()
    // A float of an earlier layout that stands above its own place has pushed that place down.
    let above = query(label(id + "_top")).filter(top => top.location().page() == at.page)
    let pushed = above.len() * (tall(1) + measure(v(${setting.aroundBlock})).height)
    let left = page.height - ${setting.foot} - at.y + pushed
    let size = sizes.find(size => tall(size) <= left)
    if size == none and fills {
      place(top, float: true, clearance: ${setting.aroundBlock}, block(width: 100%, [#metadata(none)#label(id + "_top")] + body(1)))
    } else {
      block(above: 0pt, below: ${setting.aroundBlock}, breakable: false, body(if size == none { 1 } else { size }))
    }
  }
}
#let tiles(..items) = grid(
  columns: items.pos().map(_ => 1fr),
  gutter: 8pt,
  ..items.pos().map(item => block(width: 100%, inset: (left: 7pt, rest: 5pt), stroke: (left: 2.5pt + rgb("#12436d")), {
    set par(leading: 0.45em)
    show strong: it => block(below: 0.45em, text(size: 15pt, weight: "bold", it.body))
    text(size: 9pt, item)
  }))
)
#let lead(body) = {
  show strong: it => block(below: 0.6em, text(size: 15pt, weight: "bold", it.body))
  body
}
#let parted(body) = block(above: ${setting.aroundBlock}, below: ${setting.aroundBlock}, body)
#heading(level: 1, ${heading})
`;
};
