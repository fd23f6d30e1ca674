import type { SetName } from "../councils/analysis/select.js";
import { councilSlugs } from "../councils/data/councilSlugs.js";
import type { Dataset } from "../councils/data/dataset.js";
import { aboutData } from "../councils/pages/about.js";
import type { Prose } from "../engine/report/block.js";
import { councilSearch, councilSearchFile } from "../councils/pages/councilSearch.js";
import { councilsIndex } from "../councils/pages/councilsIndex.js";
import type { Output } from "../engine/report/output.js";
import type { Format } from "../engine/report/render.js";
import type { CouncilNotebook } from "./councilNotebook.js";
import { councilsIndexPath, indexReport } from "./councils.js";

export interface IndexOptions {
  readonly dataset: Dataset;
  readonly set: SetName;
  readonly formats: readonly Format[];
  readonly footer: Prose;
  readonly notebook: CouncilNotebook;
}

/** Gives a function that makes the page of the councils whose pages a folder holds. */
export function councilsPage({
  dataset,
  set,
  formats,
  footer,
  notebook: { series, title },
}: IndexOptions): (paths: ReadonlySet<string>) => Output[] {
  if (!formats.includes("html")) return () => [];
  const slugs = councilSlugs(dataset.councils);
  return (paths) => {
    const councils = dataset.councils.flatMap((council) => {
      const slug = slugs.get(council.gssCode)!;
      const hasPdf = paths.has(`${series}/${slug}.pdf`);
      return paths.has(`${series}/${slug}.html`) ? [{ ...council, slug, hasPdf }] : [];
    });
    const content = councilsIndex({
      councils,
      known: dataset.councils.length,
      about: aboutData(dataset, set, { hasFigures: false, hasIntervals: false }),
      footer,
      ...(title !== null && { of: title }),
    });
    const report = indexReport(series);
    const script = `${series}/${councilSearchFile}`;
    return [
      { path: councilsIndexPath(series), content, report },
      { path: script, content: councilSearch, report },
    ];
  };
}
