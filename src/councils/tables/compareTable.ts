import { toTable, type Table } from "../../engine/report/block.js";
import { totalsOf } from "../../ratings/scheme.js";
import type { CouncilProfile } from "../analysis/councilProfile.js";
import { nextWords } from "../analysis/nextWords.js";
import { asNumber, totalWords } from "../data/disputedScores.js";
import { notConfirmed, notKnown, ratingWords, reportWithdrawn } from "../data/publicRating.js";
import type { TableOptions } from "./tableOptions.js";

function ratingOf({ standing, assessment }: CouncilProfile): string {
  if (standing === "withdrawn") return reportWithdrawn;
  if (standing === "lowConfidence") return notConfirmed;
  const words = assessment === null ? null : ratingWords(assessment);
  return words === null ? notKnown : standing === "indicative" ? `Pilot: ${words}` : words;
}

function pointsOf({ standing, scheme, assessment, scores }: CouncilProfile): number | null {
  if (standing !== "stated" || assessment === null || assessment.sum === null) return null;
  const steps = nextWords(scheme, assessment.sum, scores);
  const points = [steps?.higher, steps?.lower].flatMap((step) => step?.points ?? []);
  return points.length === 0 ? null : Math.min(...points);
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
