import { prose, toProse, type Prose } from "../../engine/report/block.js";
import { anyOf } from "../../engine/report/format.js";
import { quotable } from "../../engine/report/quotable.js";
import type { Dataset } from "../data/dataset.js";
import { nearNames } from "../data/findCouncil.js";

/** What a page says where nobody has the name that was asked for: who may be meant, and who is shown. */
export function unknownCouncil(
  dataset: Pick<Dataset, "councils">,
  asked: string,
  shown: string,
): Prose {
  const unknown = ({ markdown }: Prose) => toProse(markdown, "unknown");
  if (asked.trim() === "")
    return unknown(prose`Type the name of a council or its ONS code. The page shows ${shown}.`);
  const near = nearNames(dataset, asked);
  const meant = near.length === 0 ? "" : ` Did you mean ${anyOf(near)}?`;
  return unknown(
    prose`No council has the name or the code “${quotable(asked)}”.${meant} The page shows ${shown}.`,
  );
}
