import { standaloneSvg } from "./svg.js";
import { visible } from "./visible.js";

/** Whether the fonts of the PDF have a glyph for a code point. */
export type Covers = (codePoint: number) => boolean;

const missing = "□";

/**
 * Text that the fonts can show. PDF/UA-1 refuses a character without a glyph, and a font of the
 * machine must never step in, so what the fonts lack is drawn as a box; what has no shape of its
 * own (joiners, variation selectors) is left out.
 */
export function coveredText(text: string, covers: Covers): string {
  // A mark that joins no letter of the font to one character is drawn as a box: piled on another
  // it would have no glyph even where the font has it alone.
  const composed = visible(text)
    .normalize("NFC")
    .replace(/(?!\p{Default_Ignorable_Code_Point})\p{M}/gu, missing);
  return composed.replace(/[^\n -~]/gu, (character) => {
    if (covers(character.codePointAt(0)!)) return character;
    if (/\s/u.test(character)) return " ";
    return /\p{Default_Ignorable_Code_Point}/u.test(character) ? "" : missing;
  });
}

/** Text whose longest words may be broken, as a line must hold whatever is written. */
export const broken = (text: string) =>
  text.replace(/\S{41,}/gu, (word) => (word.match(/.{1,20}/gsu) ?? []).join("\u200b"));

/** A string literal of Typst: what is in it is never markup. */
export function literal(text: string): string {
  const escaped = text.replace(/["\\]/g, "\\$&").replace(/\r?\n/g, "\\n").replace(/\t/g, "\\t");
  return `"${escaped}"`;
}

/** The one font of the PDF, as its files name it. */
export const fontFamily = "Source Sans 3";
export const codeFamily = "Source Code Pro";

/**
 * An SVG for Typst: every text in the PDF's own font, whatever the picture names, and only
 * characters that the font has.
 */
export function svgForTypst(svg: string, covers: Covers): string {
  const characters = svg.replace(/&#(x[0-9a-f]+|\d+);/gi, (reference, code: string) => {
    const codePoint = Number(code.toLowerCase().startsWith("x") ? `0${code}` : code);
    return codePoint > 0x7e && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : reference;
  });
  const font = `<style>* { font-family: "${fontFamily}" !important; }</style>`;
  return coveredText(standaloneSvg(characters), covers).replace(/<\/svg>\s*$/, `${font}</svg>`);
}
