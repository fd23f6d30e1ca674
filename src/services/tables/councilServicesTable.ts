import type { TableOptions } from "../../councils/tables/tableOptions.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { number, percent, percentInterval } from "../../engine/report/format.js";
import { fewestServices, type ServicesByCouncil } from "../analysis/servicesByCouncil.js";

/** Rated services by council, from A to Z, with intervals and limits of chance. */
export function councilServicesTable(
  { councils, of }: ServicesByCouncil,
  { source, id = "services-by-council" }: TableOptions,
): Table {
  return toTable({
    id,
    caption: "Rated care services by council, from A to Z",
    scope: `${councils.length} of ${of} councils have rated services here. With fewer than ${fewestServices} they are counted alone. Intervals: 95%, Clopper and Pearson. Areas have unlike services: no ranking.`,
    source,
    n: councils.length,
    unit: "council",
    data: {
      columns: [
        { key: "council", label: "Council" },
        { key: "n", label: "Rated services", format: number },
        { key: "good", label: "Good or better" },
        { key: "share", label: "Share (95% interval)" },
        { key: "limits", label: "By chance" },
      ],
      rows: councils.map(({ council, n, good, share, interval, limits }) => ({
        council: council.name,
        n,
        good: share === null ? "few" : good,
        share: share === null ? "few" : `${percent(share)} (${percentInterval(interval!)})`,
        limits: limits === null ? "few" : `${limits.low} to ${limits.high}`,
      })),
    },
  });
}
