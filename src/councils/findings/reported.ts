import { count, list, number } from "../../engine/report/format.js";
import type { ladder } from "../analysis/ladder.js";
import type { Finding } from "./finding.js";
import { councilsOf } from "./wording.js";

/** How many councils CQC was found to have reported to the Secretary of State. */
export function reported({ rungs }: Pick<ReturnType<typeof ladder>, "rungs">): Finding {
  const { n, events } = rungs.find(({ id }) => id === "notification")!;
  if (n === 0)
    return {
      headline: "We found no report to the Secretary of State",
      detail: "No page read says that CQC reported a council to the Secretary of State.",
    };
  const names = [...new Set(events.map(({ name }) => name))];
  return {
    headline: `We found ${count(n, "council")} that CQC reported to the Secretary of State`,
    detail: `${n === 1 ? "It is" : "They are"} ${list(names)}. There may be others.`,
    tile: {
      number: number(n),
      words: `${councilsOf(n)} found, reported to the Secretary of State`,
    },
  };
}
