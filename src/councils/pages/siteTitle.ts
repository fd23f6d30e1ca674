/** The title of a site's first page. */
export const siteTitle = "Nine scores behind one word: adult social care ratings in England";
