import type { SetName } from "../src/councils/analysis/select.js";
import { ExpectedError } from "../src/errors.js";
import { dataFiles } from "../src/councils/data/dataFiles.js";
import type { Dataset } from "../src/councils/data/dataset.js";
import { siteTitle } from "../src/councils/pages/siteTitle.js";
import type { Prose } from "../src/engine/report/block.js";
import { buildSite } from "../src/engine/site/buildSite.js";
import { project } from "../src/project.js";

/** A site as `ninefold site` builds it of the repository's data files. Throws what is wrong with any. */
export async function siteOf(
  notebooks: readonly string[],
  { dataset, set, footer }: { dataset: Dataset; set: SetName; footer: Prose },
) {
  const { outputs, problems } = await buildSite(notebooks, {
    project,
    data: dataset,
    files: dataFiles(),
    params: { set, council: null },
    date: dataset.vintage,
    title: siteTitle,
    footer,
    // As long as a test may take: the machine may be slow.
    timeout: 180_000,
  });
  if (problems.length > 0) throw new ExpectedError(problems);
  return outputs;
}
