import type { Column } from "../../engine/report/block.js";
import type { Dataset } from "../data/dataset.js";
import { councilPath } from "../data/pagePath.js";
import { perObject } from "../../perObject.js";
import type { TableOptions } from "./tableOptions.js";

/** What a table that names councils is asked: each leads to its page where a site has one. */
export interface NamingOptions extends TableOptions {
  readonly dataset?: Pick<Dataset, "councils">;
}

/** Each council's path by its name; a name that two have leads to neither. */
const pathsOf = perObject((dataset: Pick<Dataset, "councils">) => {
  const paths = new Map<string, string | null>();
  for (const council of dataset.councils)
    paths.set(council.name, paths.has(council.name) ? null : `${councilPath(dataset, council)}/`);
  return paths;
});

/** The column of councils' names. */
export const councilColumn = (dataset: NamingOptions["dataset"]): Column => ({
  key: "council",
  label: "Council",
  ...(dataset && { wayInSite: (name: string) => pathsOf(dataset).get(name) ?? null }),
});
