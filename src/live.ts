import type { Dataset } from "./councils/data/dataset.js";
import { withCodes } from "./councils/pages/withCodes.js";
import { reviveDataset } from "./councils/data/reviveDataset.js";
import { aboutData } from "./councils/pages/about.js";
import { liveParams, type Params } from "./councils/pages/liveParams.js";
import type { LiveProject } from "./engine/notebook/project.js";

/** What the engine is told of Ninefold in a browser, as headless. */
export const live: LiveProject<Dataset, Params> = {
  revive: reviveDataset,
  params: (search, { set }, onUnknown = () => undefined) => liveParams(search, set, onUnknown),
  given: (dataset, params) =>
    dataset === null
      ? { values: { params }, about: [] }
      : {
          values: { dataset, params },
          about: aboutData(dataset, params.set),
          inFiles: withCodes(dataset, params.council),
        },
};
