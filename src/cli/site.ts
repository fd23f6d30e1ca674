import { existsSync } from "node:fs";
import path from "node:path";
import type { SetName } from "../councils/analysis/select.js";
import type { MakeOptions } from "../engine/notebook/build/job.js";
import type { Site } from "../engine/site/buildSite.js";
import { ExpectedError } from "../errors.js";
import { newestOf } from "../councils/pages/about.js";
import { siteLicence, siteTitle } from "../councils/pages/siteTitle.js";
import { findPage, project } from "../project.js";
import { footerOf, otherFooterOf } from "../councils/pages/footer.js";
import type { Io } from "./io.js";
import { noteInterruption } from "./interruption.js";
import { chooseSet, notebookFiles, startersThatRun } from "./notebooks.js";
import { checkOutFolder } from "./outFolder.js";
import { published } from "./published.js";
import { version } from "./version.js";
import { workersByDefault } from "./workers.js";

export interface SiteOptions {
  readonly data?: string;
  readonly out: string;
  readonly set?: SetName;
  readonly force?: boolean;
  readonly contact?: string;
  /** In milliseconds. */
  readonly timeout?: number;
  /** The site's own address. */
  readonly baseUrl?: string;
}

/** What a site has besides the published reports: those whose choices are made live, and starters. */
const besides = () => ["compare", "region", ...startersThatRun()];

/** `ninefold site`: builds an interactive site that any web server can give, without a network. */
export async function site(names: readonly string[], options: SiteOptions, io: Io): Promise<void> {
  if (options.out === "") throw new ExpectedError("--out: expected a folder: (blank)", 2);
  // A site of somebody's notebooks holds these alone.
  const isWhole = names.length === 0;
  const files = notebookFiles(isWhole ? [...new Set([...published, ...besides()])] : names);
  const { readDataset } = await import("../councils/data/readDataset.js");
  const dataset = readDataset({ dir: options.data });
  checkOutFolder(options.out, { data: options.data, notebooks: files });
  const set = chooseSet(dataset, options.set);
  const { dataFiles } = await import("../councils/data/dataFiles.js");
  const { readDescriptor } = await import("../datapackage/descriptor.js");
  const { buildSite, siteReport } = await import("../engine/site/buildSite.js");
  const { lendDocument } = await import("../engine/notebook/headlessDocument.js");
  const { bundleScript } = await import("../engine/site/bundleScript.js");
  const { siteInputs } = await import("../engine/site/siteInputs.js");
  const { cardPng } = await import("../engine/report/pictureFiles.js");
  const { openOutputs } = await import("../engine/report/output.js");
  const { buildBodies } = await import("./siteBodies.js");
  const { siteNav } = await import("../councils/site/siteData.js");
  const { siteCard } = await import("../councils/site/siteCard.js");
  const { sitePages } = await import("../councils/site/sitePages.js");
  const { changes } = await import("../councils/pages/changes.js");
  const { feed } = await import("../councils/pages/feed.js");
  const { readVintages } = await import("../councils/data/readVintages.js");
  const { contact, baseUrl, timeout, force } = options;
  // Charts are drawn by a document.
  const drawn = <T>(draw: () => T): T => {
    const release = lendDocument();
    try {
      return draw();
    } finally {
      release();
    }
  };
  const data = dataFiles({ dir: options.data });
  const changed = isWhole ? changes(readVintages(options.data), dataset) : [];
  const card = isWhole && baseUrl !== undefined ? drawn(() => siteCard(dataset, set)) : null;
  const hasGuides = existsSync(path.join(options.out, "docs", "index.html"));
  const common: Omit<MakeOptions, "formats"> = {
    project,
    data: dataset,
    date: dataset.vintage,
    dataKey: [dataset.files, dataset.completeTo],
    footer: footerOf(dataset, { version: version(), contact }),
    otherFooter: otherFooterOf({ version: version(), contact }),
    ...(isWhole && {
      frame: {
        name: siteTitle,
        nav: siteNav,
        licence: siteLicence,
        asAt: newestOf(dataset),
        ...(changed.length > 0 && { feed: feed.path }),
        ...(baseUrl !== undefined && { address: baseUrl }),
        ...(card && { picture: card.picture }),
      },
    }),
    ...(timeout !== undefined && { timeout }),
  };
  const made = { ninefold: version(), data: dataset.files, set };
  const interruption = noteInterruption();
  const how = { workers: workersByDefault(), signal: interruption.signal, onSaid: io.stderr };
  const stopped = () => {
    const code = interruption.code();
    if (code !== null) throw new ExpectedError("stopped: no site was written", code);
  };
  let one: Site | null = null;
  const bodies = { problems: [] as readonly string[], said: "" };
  try {
    const built = isWhole
      ? await buildBodies({ ...common, ...how, out: options.out, madeFrom: made, force }, set)
      : null;
    stopped();
    if (built) Object.assign(bodies, { problems: built.problems, said: built.said });
    const whole = {
      ...common,
      ...how,
      files: data,
      params: { set, council: null },
      title: siteTitle,
      ...(built && {
        series: built.series,
        pages: async (reports: Parameters<typeof sitePages>[1]) => {
          const findScript = await bundleScript(findPage);
          const { councils, regions } = built;
          const pagesOf = {
            ...{ dataset, set, councils, regions, changes: changed, hasGuides },
            ...(baseUrl !== undefined && { address: baseUrl }),
          };
          const parts = {
            ...{ descriptor: readDescriptor(), files: data, findScript },
            ...(card && { card: await cardPng(card.figure) }),
          };
          return drawn(() => sitePages(pagesOf, reports, parts));
        },
      }),
    };
    const inputs = siteInputs(files, whole, [
      [...(built?.councils ?? [])],
      [...(built?.regions ?? [])],
      [changed, hasGuides],
    ]);
    const folder = openOutputs(options.out, made, { force });
    try {
      if (force || inputs === null || !folder.holds(siteReport, inputs)) {
        one = await buildSite(files, whole);
        stopped();
        if (one.outputs.length === 0)
          throw new ExpectedError([...bodies.problems, ...one.problems]);
        const isKept = one.repeatable && inputs !== null;
        folder.write(one.outputs, isKept ? { inputs: { [siteReport]: inputs } } : {});
      }
    } finally {
      folder.close();
    }
  } finally {
    interruption.release();
  }
  for (const line of one?.warnings ?? []) io.stderr(`warning: ${line}\n`);
  io.stdout(`${path.join(options.out, "index.html")}\n${bodies.said}`);
  const failed = one?.failed ?? [];
  const problems = [
    ...bodies.problems,
    ...(one?.problems ?? []),
    ...(failed.length > 0 ? [`left out of the site: ${failed.join(", ")}`] : []),
  ];
  if (problems.length > 0) throw new ExpectedError(problems);
}
