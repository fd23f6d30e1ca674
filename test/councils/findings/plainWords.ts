/*
 * How plain a text is, for tests of what reports say. Sentences end at a full stop, a question or an
 * exclamation mark that white space follows.
 */

export const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.?!])\s+/).filter((one) => /\w/.test(one));

export const wordsIn = (text: string): string[] =>
  text.match(/[\p{L}\p{N}][\p{L}\p{N}'.,%-]*/gu) ?? [];

/** Groups of vowels, without a silent e at the end; "-ed" sounds after t and d alone. */
function syllablesOf(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, "");
  // A number is read aloud, but is no hard word: it counts as one.
  if (plain === "") return 1;
  const heard = plain
    .replace(/(?<=[^aeiouy])es?$/, (end) => (/[^aeiouy]le$/.test(plain) ? end : ""))
    .replace(/(?<=[^tdaeiouy])ed$/, "d");
  return Math.max(1, heard.match(/[aeiouy]+/g)?.length ?? 0);
}

/** The school year that a text asks for: 0.39 words a sentence + 11.8 syllables a word - 15.59. */
export function fleschKincaid(text: string): number {
  const words = wordsIn(text);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return (
    0.39 * (words.length / sentencesOf(text).length) + 11.8 * (syllables / words.length) - 15.59
  );
}

export const negationsIn = (sentence: string): number =>
  sentence.match(/\b(?:not|no|none|never|nothing|nor|neither|without|cannot)\b/gi)?.length ?? 0;

/**
 * The numbers that a reader has to hold. A range is one, and so is a count of so many, "50 of 72". An
 * interval in brackets belongs to its estimate. Dates are none, nor are the scores of "2s and 3s".
 */
export function numbersIn(text: string): string[] {
  const number = String.raw`\d[\d,]*(?:\.\d+)?%?`;
  return (
    text
      .replace(/\b\d{1,2} [A-Z][a-z]+ \d{4}\b/g, "")
      .replace(/\(95% interval [^)]*\)/g, "")
      .replace(/\b95%(?= (?:interval|of (?:draws|simulations)))/g, "")
      .replace(/\b\ds\b/g, "")
      .replace(new RegExp(`(${number}) to (?:over |under )?${number}`, "g"), "$1")
      .replace(new RegExp(`(${number}) of ${number}`, "g"), "$1")
      .match(new RegExp(number, "g")) ?? []
  );
}

/** What breaks the rules for words that any reader meets, a line each. */
export function complaintsOf(text: string): string[] {
  const rules: readonly (readonly [string, RegExp])[] = [
    [
      "a letter of statistics",
      /\b[pek]\b(?!')|\bA (?:=|of \.)|\bn ?=|[α-ωΑ-Ω]|\balpha\b|\bkappa\b/,
    ],
    ["word for rating", /\bwords?\b/i],
    ["sum for total", /\bsums?\b/i],
    ["no value", /\b(?:NaN|undefined|null|Infinity)\b|\[object/],
    ["one of many", /(?<![\d.,])\b1 (?!(?:of|is|has|to|and|in)\b)[a-z]{3,}s\b/],
    ["a judgement", /significan|manipulat|league|\bfail|\bpoor\b/i],
    ["a gap", /\(\)|, \.| {2}|\.\.|,,/],
  ];
  return [
    ...rules.filter(([, pattern]) => pattern.test(text)).map(([name]) => `${name}: ${text}`),
    ...sentencesOf(text)
      .filter((sentence) => negationsIn(sentence) > 1)
      .map((sentence) => `two negations: ${sentence}`),
  ];
}
