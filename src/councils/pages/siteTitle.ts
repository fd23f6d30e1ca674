/** The title of a site's first page. */
export const siteTitle = "Adult social care ratings in England, and the nine scores behind each";

/** Under which licence the figures of a site may be used. */
export const siteLicence =
  "Contains public sector information licensed under the Open Government Licence v3.0. Say where it comes from, and quote an interval or an assumption together with its number.";
