/** What `plain` of the names' forms does, for a script of a page: what is typed and what is listed. */
export const plainScript = `const plain = (text) => text.normalize("NFKD").replace(/\\p{M}/gu, "").toLowerCase()
  .replace(/&/g, " and ").replace(/['’]/g, "").replace(/[^a-z0-9]+/g, " ").replace(/\\bsaint\\b/g, "st").trim();`;
