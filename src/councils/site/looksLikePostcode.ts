/** A postcode, or the first of its two halves: SW1A 2AA, CR0. A council's own code is longer. */
const postcode = /^([a-z][1-9]|[a-z]{2}\d)[a-z\d]?( ?\d[a-z]{0,2})?$/i;

/** Whether somebody seems to have typed a postcode in place of a name. */
export const looksLikePostcode = (text: string): boolean =>
  postcode.test(text.trim().replace(/\s+/g, " "));
