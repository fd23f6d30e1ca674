import type { Dataset } from "../data/dataset.js";
import { prose, type Prose } from "../../engine/report/block.js";
import { date } from "../../engine/report/format.js";

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
  const vintage = date(dataset.vintage);
  const whom = contact ?? "whoever published this report";
  return prose`
## About this report

**Cite it as** Ninefold ${version}, with data as at ${vintage}. Give the title of the report and the caption of the figure or table, and quote an interval or an assumption together with its number.

**If you find a mistake**, tell ${whom}. Name the figure or table, and the source that says otherwise. Mistakes in a score, a word or a date can be checked against the source address of its row in *assessments.csv*; mistakes in a method can be checked against the code and the R scripts that come with Ninefold. Corrections are published with both values.

**What this is not.** Ninefold is independent. It is not made or endorsed by the Care Quality Commission, ADASS, the Local Government Association or any council. It does not rank councils and gives no council a risk score.

**Licences.** Ratings, scores and dates are facts published by the Care Quality Commission and contain public sector information licensed under the Open Government Licence v3.0. The code is under the MIT licence.
`;
}
