/** The data's kinds of source as a sentence has them; another is said as it is written. */
const spokenKinds: readonly (readonly [RegExp, string])[] = [
  [/^third-party /, "a third-party "],
  [/^press\b/, "the press"],
  [/^council\b/, "the council's own pages"],
  [/^CQC (press release|statement)\b/, "a CQC $1"],
  [/^CQC report page\b/, "CQC's report page"],
];

/** What an assessment was read in, to be said in a sentence: "a third-party copy of the CQC report page". */
export const spokenSource = (sourceKind: string): string =>
  spokenKinds.reduce((kind, [form, words]) => kind.replace(form, words), sourceKind);
