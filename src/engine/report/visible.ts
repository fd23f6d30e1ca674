const unprintable = /[^\P{Cc}\t\n\r]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu;
const plain = /^[\x20-\x7e]*$/;
const reordering = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text with nothing hidden in it. Characters that do not print (NUL, other controls, halves of a
 * surrogate pair) and those that reorder their neighbours, so that a name can read as another, are
 * replaced by U+FFFD.
 */
export function visible(text: string): string {
  // Most texts, and the longest, are plain: many times faster than to look for each of the others.
  if (plain.test(text)) return text;
  return text.replace(unprintable, "\ufffd").replace(reordering, "\ufffd");
}

/** Whether anything of a text can be seen: white space and joiners cannot. */
export function hasVisibleText(text: string): boolean {
  return /[^\s\p{Default_Ignorable_Code_Point}]/u.test(text);
}
