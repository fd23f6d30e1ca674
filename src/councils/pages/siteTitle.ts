/** The title of a site's first page. */
export const siteTitle = "Adult social care ratings in England, and the nine scores behind each";
