import { count, list } from "../../engine/report/format.js";
import type { Intervention } from "../analysis/intervention.js";
import type { ladder } from "../analysis/ladder.js";
import type { Finding } from "./finding.js";
import { reported } from "./reported.js";
import { sentences } from "./wording.js";

type Rows = Intervention["table"];
const notifiedIn = (rows: Rows) => rows.reduce((total, row) => total + row.notified, 0);
const eachOf = (k: number, n: number, what: string) =>
  k === n ? (n === 1 ? `It ${what}.` : `Each ${what}.`) : `${k} of ${n} ${what}.`;

/** Which councils CQC was found to have reported, and what their scores and ratings were. */
export function reportedBeside(
  steps: Pick<ReturnType<typeof ladder>, "rungs">,
  { table }: Pick<Intervention, "table">,
): Finding {
  const finding = reported(steps);
  const { n, events } = steps.rungs.find(({ id }) => id === "notification")!;
  if (n === 0) return finding;
  const known = notifiedIn(table);
  const lowest = table[0]?.rating;
  const ones = notifiedIn(table.filter(({ anyScoreOf1 }) => anyScoreOf1));
  const inadequate = notifiedIn(table.filter(({ rating }) => rating === lowest));
  return {
    ...finding,
    detail: sentences(
      `${n === 1 ? "It is" : "They are"} ${list([...new Set(events.map(({ name }) => name))])}. There may be others.`,
      known === 0 || lowest === undefined
        ? ""
        : inadequate === 0
          ? `${known === 1 ? "It was" : known === 2 ? "Neither was" : "None was"} ${known === 1 ? `rated better than ${lowest}` : `rated ${lowest}`}.`
          : `Rated ${lowest}: ${inadequate} of ${count(known, "council")}.`,
      known === 0 ? "" : eachOf(ones, known, "had a score of 1"),
    ),
  };
}
