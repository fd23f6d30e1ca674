import {
  percentageOfSum,
  ratingOfSum,
  ratingsOf,
  sumOfScores,
  type Score,
} from "../../../src/ratings/scheme.js";
import type { Council } from "../../../src/councils/data/dataset.js";
import {
  hasDate,
  hasPercentage,
  hasScores,
  isSummary,
  longDate,
  meaningOf,
  type PageModel,
  type Truth,
} from "./madeUpPages.js";
import { notices } from "./noticeTexts.js";
import { scheme } from "../../madeUp.js";

const ratings = ratingsOf(scheme);

/** Whole numbers below n, from a seed. */
export type Random = (n: number) => number;

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

const pick = <T>(items: readonly T[], random: Random): T => items[random(items.length)];
const set = <T>(items: readonly T[], at: number, value: T): T[] =>
  items.map((item, i) => (i === at ? value : item));

/** A changed page and the truth afterwards; null where no page that says this may be accepted. */
export interface Changed {
  readonly model: PageModel;
  readonly truth: Truth | null;
}

/** Changes what a page says. Null where it does not apply to such a page. */
export type ValueMutation = (
  model: PageModel,
  truth: Truth,
  random: Random,
  councils: readonly Council[],
) => Changed | null;

const words = ["one", "two", "three", "four"];
const isRelease = (m: PageModel) => m.layout.startsWith("release");
const isStatement = (m: PageModel) => m.layout.endsWith("statement");
const refused = (model: PageModel): Changed => ({ model, truth: null });

/** The statement whose score is changed: any, or the page's own. */
const anyStatement = (m: PageModel, random: Random) => (isStatement(m) ? m.statement : random(9));

function withScores(m: PageModel, t: Truth, scores: readonly Score[]): Changed {
  const sum = sumOfScores(scheme, scores)!;
  const rating = ratingOfSum(scheme, sum);
  const word = isRelease(m) ? rating.toLowerCase() : rating;
  const own = scores[m.statement];
  return {
    model: {
      ...m,
      scores: scores.map((s) => (m.layout === "release 2023" ? words[s - 1] : String(s))),
      word,
      wordAgain: word,
      meaning: meaningOf(ratings.indexOf(rating)),
      percentage: String(percentageOfSum(scheme, sum)),
      scoreAgain: String(own),
      scoreMeaning: meaningOf(own - 1),
    },
    truth: {
      ...t,
      rating: t.rating === null ? null : rating,
      percentage: t.percentage === null ? null : percentageOfSum(scheme, sum),
      scores: t.scores.map((score, i) => (score === null ? null : scores[i])),
    },
  };
}

const otherCouncil = (t: Truth, random: Random, councils: readonly Council[]) =>
  pick(
    councils.filter((council) => council.gssCode !== t.gssCode),
    random,
  );

export const valueMutations: Readonly<Record<string, ValueMutation>> = {
  "change everything consistently": (m, t, random) =>
    withScores(
      m,
      t,
      m.scores.map(() => random(4) + 1),
    ),
  "change the council everywhere": (m, t, random, councils) => {
    const council = otherCouncil(t, random, councils);
    const name = pick([council.officialName, council.name, `${council.name} Council`], random);
    return {
      model: { ...m, title: name, ratedName: name, percentageName: name },
      truth: { ...t, gssCode: council.gssCode },
    };
  },
  "change the dates": (m, t, random) => {
    const published = `202${4 + random(3)}-0${1 + random(9)}-${10 + random(18)}`;
    const updated = published.replace(/-0\d-/, "-12-");
    if (!hasDate(m)) return null;
    return {
      model: { ...m, published: longDate(published), updated: longDate(updated) },
      truth: { ...t, published, updated: t.updated === null ? null : updated },
    };
  },
  // Two scores of a release change places: the page still agrees with itself.
  "swap two scores": (m, t, random) => {
    if (!hasScores(m) || isStatement(m)) return null;
    const [a, b] = [random(9), random(9)];
    const swap = <T>(items: readonly T[]) => set(set(items, a, items[b]), b, items[a]);
    return { model: { ...m, scores: swap(m.scores) }, truth: { ...t, scores: swap(t.scores) } };
  },
  "change one score alone": (m, _t, random) => {
    if (!hasPercentage(m) && m.layout !== "statement") return null;
    const at = anyStatement(m, random);
    const other = pick(
      ["1", "2", "3", "4"].filter((score) => score !== m.scores[at]),
      random,
    );
    return refused({ ...m, scores: set(m.scores, at, other) });
  },
  "change what evidence shows": (m, _t, random) => {
    if (!isStatement(m) && m.layout !== "pilot summary" && m.layout !== "summary 2024") return null;
    const said = isStatement(m) ? m.scoreMeaning : m.meaning;
    const other = pick(
      [0, 1, 2, 3].map(meaningOf).filter((meaning) => meaning !== said),
      random,
    );
    return refused(isStatement(m) ? { ...m, scoreMeaning: other } : { ...m, meaning: other });
  },
  "change the percentage alone": (m, _t, random) => {
    if (!hasPercentage(m)) return null;
    const other = 25 + random(76);
    return String(other) === m.percentage ? null : refused({ ...m, percentage: String(other) });
  },
  "change the word alone": (m, _t, random) => {
    if (isStatement(m)) return null;
    const others = ratings.filter((rating) => rating.toLowerCase() !== m.word.toLowerCase());
    const other = pick(others, random);
    const word = isRelease(m) ? other.toLowerCase() : other;
    if (m.layout === "release 2023") return refused({ ...m, wordAgain: word });
    // Without scores, two words that agree are another truth.
    const both = m.layout !== "release without scores" && random(2) === 0;
    return refused({ ...m, word, wordAgain: both ? word : m.wordAgain });
  },
  "change word and percentage, not the scores": (m, _t, random) => {
    if (!hasPercentage(m)) return null;
    const sum = 9 + random(28);
    if (String(percentageOfSum(scheme, sum)) === m.percentage) return null;
    const rating = ratingOfSum(scheme, sum);
    const meaning = meaningOf(ratings.indexOf(rating));
    return refused({
      ...m,
      word: rating,
      meaning,
      percentage: String(percentageOfSum(scheme, sum)),
    });
  },
  "change the title's council alone": (m, t, random, councils) => {
    if (isStatement(m) || m.layout === "pilot summary") return null;
    return refused({ ...m, title: otherCouncil(t, random, councils).officialName });
  },
  "change the rated council alone": (m, t, random, councils) => {
    if (!isSummary(m) && !isRelease(m)) return null;
    return refused({ ...m, ratedName: otherCouncil(t, random, councils).officialName });
  },
  "change the percentage's council alone": (m, t, random, councils) => {
    if (!hasPercentage(m) || m.layout === "summary score below") return null;
    return refused({ ...m, percentageName: otherCouncil(t, random, councils).officialName });
  },
  "a council that is none": (m, _t, random) => {
    const name = pick(
      ["Barsetshire County Council", "Yorkshire", "Cheshire", '=HYPERLINK("x")', "", "the council"],
      random,
    );
    return refused({ ...m, title: name, ratedName: name, percentageName: name });
  },
  "a score that is none": (m, _t, random) => {
    if (!hasScores(m)) return null;
    const at = anyStatement(m, random);
    const now = m.scores[at];
    const junk = [
      `${now}.5`,
      `${now}${now}`,
      `${now} out of 4`,
      "0",
      "5",
      "-1",
      "٣",
      "３",
      "③",
      "Ⅲ",
      "good",
      `${now}*`,
      `${now}, was 2`,
      `${now}%`,
      `+${now}`,
      `${now}e0`,
      `<del>${now}</del>2`,
      `${now}<sup>1</sup>`,
      "???",
    ];
    const value = pick(junk, random);
    const changed = { ...m, scores: set(m.scores, at, value) };
    return refused(m.layout === "pilot statement" ? { ...changed, scoreAgain: value } : changed);
  },
  "a score that is not there": (m, t, random) => {
    if (!hasScores(m) || isStatement(m)) return null;
    const at = random(9);
    const model = { ...m, scores: set(m.scores, at, "") };
    if (isSummary(m) || m.layout === "release 2023") return refused(model);
    return { model, truth: { ...t, scores: set(t.scores, at, null) } };
  },
  "a percentage that is none": (m, _t, random) =>
    hasPercentage(m)
      ? refused({
          ...m,
          percentage: pick(
            [
              `${m.percentage}.0`,
              "٧٨",
              "７８",
              "",
              "0",
              "100000",
              `1${m.percentage}`,
              "-5",
              "about 78",
            ],
            random,
          ),
        })
      : null,
  "a word that is none": (m, _t, random) => {
    if (isStatement(m)) return null;
    const word = pick(
      [
        "Great",
        "Good enough",
        "Not Good",
        "Good or Outstanding",
        "RI",
        "Requires  some improvement",
        "Goоd",
        "–",
      ],
      random,
    );
    return refused({ ...m, word, wordAgain: word });
  },
  "a date in another form": (m, t, random) => {
    const form = pick(
      [
        "17/05/2024",
        "05/06/2025",
        "2024-05-17",
        "May 2024",
        "17th May 2024",
        "31 June 2024",
        "30 February 2025",
        "0 May 2024",
        "17 May 24",
        "May 17, 2024",
        "17 Mai 2024",
        "1٧ May 2024",
        "17 May 1924",
        "soon",
      ],
      random,
    );
    // A day in another form above a release's title is any text.
    if (m.layout === "release with colons")
      return { model: { ...m, published: form }, truth: { ...t, published: null } };
    return hasDate(m) ? refused({ ...m, published: form }) : null;
  },
  "updated before it was published": (m, t) =>
    t.updated === null ? null : refused({ ...m, published: "17 May 2025", updated: "16 May 2025" }),
  "a statement that is none": (m, _t, random) => {
    if (!hasScores(m)) return null;
    const at = anyStatement(m, random);
    const name = pick(
      ["Safeguards", "Assessing", "Care", "Innovation", `${m.names[at]} (revised)`, "Well-led"],
      random,
    );
    return refused({ ...m, names: set(m.names, at, name) });
  },
  "a statement twice": (m, _t, random) => {
    if (!hasScores(m) || isStatement(m)) return null;
    const at = random(8);
    return refused({ ...m, names: set(m.names, at, m.names[at + 1]) });
  },
  "a second list that disagrees": (m, _t, random) => {
    if (!isSummary(m)) return null;
    const at = random(9);
    const other = pick(
      ["1", "2", "3", "4"].filter((score) => score !== m.scores[at]),
      random,
    );
    return refused({ ...m, after: `<ul>\n<li>${m.names[at]}<br>Score: ${other}</li>\n</ul>` });
  },
  "a second word": (m, _t, random) => {
    if (!isSummary(m)) return null;
    const other = pick(
      ratings.filter((rating) => rating !== m.word),
      random,
    );
    return refused({
      ...m,
      after: `<h3>Local authority rating and score</h3>\n<ul>\n<li>${m.ratedName} ${other}</li>\n</ul>`,
    });
  },
  "a second council": (m, t, random, councils) => {
    if (!isSummary(m)) return null;
    const other = otherCouncil(t, random, councils).officialName;
    return refused({
      ...m,
      after: `<h3>Local authority rating and score</h3>\n<ul>\n<li>${other} ${m.word}</li>\n</ul>`,
    });
  },
  "a notice": (m, _t, random) =>
    refused({
      ...m,
      notice: pick(notices, random),
      noticeAt: pick(["below title", "below word"], random),
    }),
  "a notice above or beside": (m, _t, random) =>
    refused({
      ...m,
      notice: pick(["We have withdrawn this report.", "This rating is under review."], random),
      noticeAt: pick(["above title", "beside"], random),
    }),
  "a percentage elsewhere": (m, t, random) => {
    if (!isSummary(m)) return null;
    const after = `<p>Score: ${25 + random(76)}</p>`;
    return { model: { ...m, after }, truth: t };
  },
  "a wrong number": (m, _t, random) => {
    if (!["release 2024", "release 2025", "release with colons"].includes(m.layout)) return null;
    const at = random(9);
    return refused({ ...m, numbers: set(m.numbers, at, String(((at + 1 + random(8)) % 9) + 1)) });
  },
};

/** Changes a page's markup and noise and leaves what it says: it is read as before, or refused. */
export type Noise = (page: string, random: Random) => string;

/** Every place between two lines. */
function insertLine(page: string, line: string, random: Random, format: "html" | "text"): string {
  const lines = page.split("\n");
  const from = format === "html" ? 5 : 1;
  lines.splice(from + random(Math.max(1, lines.length - from - 1)), 0, line);
  return lines.join("\n");
}

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

/** Takes something away, or spoils it: what is left must not be read as anything else. */
export const htmlDamage: Readonly<Record<string, Noise>> = {
  "prose among the values": (page, random) =>
    insertLine(page, "<p>Suffolk County Council was rated Outstanding.</p>", random, "html"),
  truncated: (page, random) => page.slice(0, random(page.length)),
  "a line less": (page, random) => {
    const lines = page.split("\n");
    lines.splice(random(lines.length), 1);
    return lines.join("\n");
  },
  "lines swapped": (page, random) => {
    const lines = page.split("\n");
    const at = random(lines.length - 1);
    [lines[at], lines[at + 1]] = [lines[at + 1], lines[at]];
    return lines.join("\n");
  },
  "a tag less": (page, random) => {
    const tags = [...page.matchAll(/<[^>]+>/g)];
    if (tags.length === 0) return page;
    const tag = pick(tags, random);
    return page.slice(0, tag.index) + page.slice(tag.index + tag[0].length);
  },
  "a tag changed": (page, random) => {
    const tags = [...page.matchAll(/<(\/?)[a-z0-9]+/gi)];
    if (tags.length === 0) return page;
    const tag = pick(tags, random);
    const name = pick(
      [
        "p",
        "div",
        "li",
        "ul",
        "td",
        "tr",
        "table",
        "h2",
        "h1",
        "span",
        "del",
        "select",
        "title",
        "a",
        "xmp",
        "plaintext",
        "caption",
        "form",
        "button",
      ],
      random,
    );
    return `${page.slice(0, tag.index)}<${tag[1]}${name}${page.slice(tag.index + tag[0].length)}`;
  },
  "a stray tag": (page, random) => {
    const at = page.indexOf("<", random(page.length));
    const tag = pick(
      [
        "<table>",
        "</table>",
        "<tr>",
        "<td>",
        "</ul>",
        "</li>",
        "<li>",
        "<h2>",
        "</h1>",
        "<select>",
        "<svg>",
        "<math>",
        "<frameset>",
        "</p>",
        "<br>",
        "</main>",
        "<main>",
        "<!--",
        "<![CDATA[",
        "<?x",
        "</body>",
        "<s>",
        "<title>",
        "<script>",
        "<nav>",
      ],
      random,
    );
    return at === -1 ? page : page.slice(0, at) + tag + page.slice(at);
  },
  "a character less": (page, random) => {
    const at = random(page.length);
    return /[0-9]/.test(page[at]) ? page : page.slice(0, at) + page.slice(at + 1);
  },
  "a character more": (page, random) => {
    const at = random(page.length);
    const c = pick(
      [
        "x",
        "<",
        ">",
        "&",
        '"',
        "'",
        "/",
        "=",
        "-",
        ".",
        "%",
        "\u0000",
        "\ufffd",
        "\u202e",
        "é",
        "٣",
        "|",
        "\n",
      ],
      random,
    );
    return page.slice(0, at) + c + page.slice(at);
  },
  "hidden items": (page, random) =>
    page.replace(/<(li|p|tr|td)>/g, (tag, name: string) =>
      random(8) === 0 ? `<${name} hidden>` : tag,
    ),
  "other lists": (page) => page.replace(/<(\/?)ul>/g, "<$1div>").replace(/<(\/?)li>/g, "<$1p>"),
  "other spans": (page, random) => page.replace(/rowspan="\d"/g, () => `rowspan="${random(5)}"`),
  "headings as text": (page, random) =>
    page.replace(/<h([1-4])>(.*?)<\/h\1>/g, (all, _n, text: string) =>
      random(4) === 0 ? `<p><strong>${text}</strong></p>` : all,
    ),
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

export const textDamage: Readonly<Record<string, Noise>> = {
  "prose among the values": (page, random) =>
    insertLine(page, "A carer said it was outstanding, four out of four.", random, "text"),
  truncated: htmlDamage.truncated,
  "a line less": htmlDamage["a line less"],
  "lines swapped": htmlDamage["lines swapped"],
  "a character less": htmlDamage["a character less"],
  "a character more": htmlDamage["a character more"],
  "a line twice": htmlNoise["a line twice"],
};
