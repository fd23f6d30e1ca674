import { insertLine } from "./insertLine.js";
import { pick, type Random } from "./random.js";

/** Changes a page's markup and noise and leaves what it says: it is read as before, or refused. */
export type Noise = (page: string, random: Random) => string;

/** Right before the report's own text, which follows the values. */
const insertAfterValues = (page: string, line: string) =>
  page.replace(/^(?:<p>)?Staff knew/m, (start) => `${line}\n$\n${start}`.replace("$\n", ""));

/** Every text between tags. */
const texts = (page: string, change: (text: string) => string) =>
  page.replace(/>([^<>]+)</g, (_, text: string) => `>${change(text)}<`);

const falseScores = "<ul><li>Safeguarding Score: 1</li><li>Assessing needs Score: 4</li></ul>";

export const htmlNoise: Readonly<Record<string, Noise>> = {
  "code and comments": (page, random) =>
    insertLine(
      page,
      pick(
        [
          `<!-- ${falseScores} -->`,
          `<script>document.write("${falseScores.replace(/</g, "\\x3c")} Published: 1 May 2025")</script>`,
          `<style>p::after { content: "Score: 4" }</style>`,
          `<template><h3>Quality statement scores</h3>${falseScores}</template>`,
          `<noscript>${falseScores}</noscript>`,
          `<svg><text>Score: 4</text></svg>`,
          `<textarea>${falseScores}</textarea>`,
          `<iframe srcdoc="Score: 4">${falseScores}</iframe>`,
        ],
        random,
      ),
      random,
      "html",
    ),
  "what the page hides": (page, random) =>
    insertLine(
      page,
      pick(
        [
          `<div hidden>${falseScores}</div>`,
          `<div style="display: none">${falseScores}</div>`,
          `<div style="visibility:hidden"><p>Published: 1 May 2025</p></div>`,
          `<div class="box hidden">${falseScores}</div>`,
          `<dialog><h3>Local authority rating and score</h3><ul><li>Suffolk County Council Outstanding</li></ul></dialog>`,
          `<p style="opacity:0">Score: 4</p>`,
        ],
        random,
      ),
      random,
      "html",
    ),
  attributes: (page, random) =>
    page.replace(/<(li|p|h[1-3]|td|div)>/g, (tag, name: string) =>
      random(3) === 0
        ? `<${name} onclick="alert('Score: 4')" data-score="4" title="Outstanding" id=x${random(99)}>`
        : tag,
    ),
  wrappers: (page, random) =>
    texts(page, (text) =>
      random(4) === 0 && text.trim() !== ""
        ? `<${pick(["span", "b", "em", "font", "x-y", "a href='#4'"], random)}>${text}`.replace(
            /<(\S+?)( [^>]*)?>(.*)$/s,
            "<$1$2>$3</$1>",
          )
        : text,
    ),
  sections: (page, random) => {
    const name = pick(["section", "div", "article"], random);
    return page.replace("<main>", `<main><${name}>`).replace("</main>", `</${name}></main>`);
  },
  "no main part": (page) => page.replace(/<\/?main>/g, ""),
  "line ends": (page) => page.replace(/\n/g, "\r\n"),
  "byte order mark": (page) => `\ufeff${page}`,
  "upper-case tags": (page) => page.replace(/<\/?[a-z0-9]+/g, (tag) => tag.toUpperCase()),
  "no end tags": (page) => page.replace(/<\/(li|p|td|tr|th)>/g, ""),
  spaces: (page, random) =>
    texts(page, (text) =>
      text.replace(/ /g, () =>
        pick([" ", " ", "\u00a0", "  ", "\n", "\u2009", "&nbsp;", "\t"], random),
      ),
    ),
  "soft hyphens": (page, random) =>
    texts(page, (text) =>
      text.replace(/([a-z])([a-z])/g, (both, a: string, b: string) =>
        random(20) === 0 ? `${a}${pick(["\u00ad", "&shy;", "\u200b"], random)}${b}` : both,
      ),
    ),
  entities: (page, random) =>
    texts(page, (text) =>
      [...text]
        .map((c) =>
          random(12) === 0 && c.trim() !== "" && !/[&#;\w]/.test(c)
            ? c
            : random(12) === 0 && /[a-z0-9]/i.test(c) && !/&/.test(text)
              ? `&#${random(2) ? c.codePointAt(0)! : `x${c.codePointAt(0)!.toString(16)}`};`
              : c,
        )
        .join(""),
    ),
  case: (page, random) =>
    page.replace(
      /\b(Good|Outstanding|Requires improvement|Inadequate|Score|Published)\b/g,
      (word) => (random(3) === 0 ? word.toUpperCase() : word),
    ),
  prose: (page, random) =>
    insertAfterValues(
      page,
      pick(
        [
          "<p>In 2022 the service was rated Outstanding and Inadequate in turn.</p>",
          "<p>Of those asked, 88 out of 100 were content, a score of 4.</p>",
          "<p>Suffolk County Council was rated Outstanding.</p>",
          "<blockquote>It is good, I would give it a 4 out of 4.</blockquote>",
          "<table><tr><td>Waiting list</td><td>4</td></tr></table>",
          "<h4>What we heard</h4>",
        ],
        random,
      ),
    ),
  "related pages": (page, random) =>
    page.replace(
      "</main>",
      `${pick(["<h2>Related information</h2>", "<aside>", "<div role=complementary>", "<nav>"], random)}<ul><li><a href="/x">Suffolk County Council</a> Outstanding</li></ul></main>`,
    ),
  "a line twice": (page, random) => {
    const lines = page.split("\n");
    const at = 6 + random(lines.length - 6);
    lines.splice(at, 0, lines[at]);
    return lines.join("\n");
  },
};

export const textNoise: Readonly<Record<string, Noise>> = {
  "line ends": (page) => page.replace(/\n/g, "\r\n"),
  "byte order mark": (page) => `\ufeff${page}`,
  spaces: (page, random) =>
    page.replace(/ /g, () => pick([" ", " ", "\u00a0", "  ", "\t"], random)),
  "soft hyphens": (page, random) =>
    page.replace(/([a-z])([a-z])/g, (both, a: string, b: string) =>
      random(20) === 0 ? `${a}\u00ad${b}` : both,
    ),
  "no blank lines": (page) => page.replace(/\n\n/g, "\n"),
  "other bullets": (page, random) => page.replace(/•/g, pick(["*", "-", "·", "●"], random)),
  prose: (page, random) =>
    insertAfterValues(
      page,
      pick(
        [
          "A carer said it was outstanding, four out of four.",
          "Of 100 people, 62 out of 100 were content.",
          "Suffolk County Council was rated Outstanding.",
        ],
        random,
      ),
    ),
};
