import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Dataset } from "./councils/data/dataset.js";
import type { Params } from "./councils/pages/liveParams.js";
import type { Project } from "./engine/notebook/project.js";
import { live } from "./live.js";
import { writeParts } from "./councils/data/writtenDataset.js";
import { mapRecords } from "./councils/data/mapRecords.js";
import { telling } from "./engine/notebook/tellingFields.js";
import { packageFolder } from "./packageFolder.js";
import { perObject } from "./perObject.js";

/** A source of this package, or what was built of it where the package has no sources. */
function fileOf(name: string): string {
  const source = path.join(packageFolder, "src", `${name}.ts`);
  return existsSync(source) ? source : path.join(packageFolder, "dist", `${name}.js`);
}

/** The script of the field that finds a council on a site. */
export const findPage = fileOf("councils/site/findPage");

/** What the engine is told of Ninefold. */
export const project: Project<Dataset, Params> = {
  name: "ninefold",
  load: () => import("./index.js"),
  dataNames: ["dataset"],
  paramNames: ["set", "council"],
  entry: fileOf("index"),
  globals: {
    imports: 'import type { Dataset, SetName } from "ninefold";',
    declarations: "const dataset: Dataset;",
    params: "readonly set: SetName; readonly council: string | null;",
  },
  tableNames: ["assessments", "councils", "interventions", "revisions"],
  tables: async (dataset) => (await import("./sqlTables.js")).sqlTables(dataset),
  written: writeParts,
  telling: perObject((dataset: Dataset) => mapRecords(dataset, telling)),
  live,
  liveEntry: fileOf("live"),
  worker: fileURLToPath(new URL("./reportWorker.js", import.meta.url)),
};
