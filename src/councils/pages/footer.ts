import type { Dataset } from "../data/dataset.js";
import { prose, type Prose } from "../../engine/report/block.js";
import { date } from "../../engine/report/format.js";
import { newestOf } from "./about.js";

/**
 * What ends a report that is made from none of the data that come with Ninefold: whom to tell of a
 * mistake, and that its figures have sources of their own.
 */
export function otherFooterOf({
  version,
  contact,
}: {
  readonly version: string;
  readonly contact?: string;
}): Prose {
  return prose`
## About this report

**Where it comes from.** The source of each figure and table stands below it. Ninefold ${version} made the pages from its author's notebook, and none of the figures from the data that come with Ninefold.

**If you find a mistake**, tell ${contact ?? "whoever published this report"}. Name the figure or table, and the source that says otherwise.
`;
}

/** What ends every report on the data: how to cite it, how to report a mistake, and the licences. */
export function footerOf(
  dataset: Dataset,
  { version, contact }: { readonly version: string; readonly contact?: string },
): Prose {
  const asAt = date(newestOf(dataset));
  const whom = contact ?? "whoever published this report";
  return prose`
## Corrections, citation and licence

**If something is wrong**, tell ${whom}: name the figure or table, and the source that says otherwise. A council named here can have its reply published with the report. Corrections are listed with their dates in [corrections.csv](site:data/), with both values.

**Cite it as** Ninefold ${version}, with data as at ${asAt}, with the title of the report and the number of the figure or table. Quote an interval or an assumption together with its number.

**What this is not.** Ninefold is independent. It is made or endorsed by neither the Care Quality Commission, ADASS, the Local Government Association nor any council. It does not rank councils and gives none a risk score.

**Licences.** Ratings, scores and dates are facts published by the Care Quality Commission, under the Open Government Licence v3.0. The code is under the MIT licence.
`;
}
