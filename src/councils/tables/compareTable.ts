import { toTable, type Table } from "../../engine/report/block.js";
import { totalsOf } from "../../ratings/scheme.js";
import type { CouncilProfile } from "../analysis/councilProfile.js";
import { nextWords } from "../analysis/nextWords.js";
import { asNumber, either, otherTotal, totalWords } from "../data/disputedScores.js";
import {
  isSurelyWithdrawn,
  notConfirmed,
  notKnown,
  ratingWords,
  withdrawnWords,
} from "../data/publicRating.js";
import type { TableOptions } from "./tableOptions.js";

function ratingOf({ standing, assessment, assessments }: CouncilProfile): string {
  if (standing === "withdrawn") return withdrawnWords(isSurelyWithdrawn(assessments));
  if (standing === "lowConfidence") return notConfirmed;
  const words = assessment === null ? null : ratingWords(assessment);
  return words === null ? notKnown : standing === "indicative" ? `Pilot: ${words}` : words;
}

/** The fewest points to another rating: "3 or 4" where sources disagree on a score. */
function pointsOf({ standing, scheme, assessment, scores }: CouncilProfile) {
  if (standing !== "stated" || assessment === null || assessment.sum === null) return null;
  const other = otherTotal(assessment, scheme.parts)!;
  const [points, otherwise] = [assessment.sum, other].map((sum) => {
    const steps = nextWords(scheme, sum, scores);
    return [steps?.higher, steps?.lower].flatMap((step) => step?.points ?? []);
  });
  if (points.length === 0 || otherwise.length === 0) return null;
  return asNumber(either(Math.min(...points), Math.min(...otherwise)));
}

/** Ratings, totals and points from another rating of a few councils, in the order asked for. */
export function compareTable(
  profiles: readonly CouncilProfile[],
  { source, id = "compare" }: TableOptions,
): Table {
  const [{ scheme }] = profiles;
  return toTable({
    id,
    unit: "council",
    caption: "Ratings, totals and points from another rating",
    scope: `In the order in which councils were chosen: no ranking. A total is of ${totalsOf(scheme).max}.`,
    source,
    n: profiles.length,
    data: {
      columns: [
        { key: "council", label: "Council" },
        { key: "place", label: "Region and type" },
        { key: "rating", label: "Rating" },
        { key: "total", label: "Total" },
        { key: "points", label: "Points from another rating" },
        { key: "published", label: "Published", isDate: true },
      ],
      rows: profiles.map((profile) => {
        const { council, standing, assessment } = profile;
        const isShown = assessment !== null && standing !== "lowConfidence";
        return {
          council: council.name,
          place: `${council.region}, ${council.type}`,
          rating: ratingOf(profile),
          total: isShown ? asNumber(totalWords(assessment, scheme.parts)) : null,
          points: pointsOf(profile),
          published: assessment?.published ?? null,
        };
      }),
    },
  });
}
