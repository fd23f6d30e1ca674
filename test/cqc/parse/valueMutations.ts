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
import { pick, set, type Random } from "./random.js";
import { notices } from "./noticeTexts.js";
import { scheme } from "../../madeUp.js";

const ratings = ratingsOf(scheme);

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
