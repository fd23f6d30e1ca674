import type { Figure } from "../../engine/report/block.js";
import type { CardPicture } from "../../engine/report/siteFrame.js";
import { distribution } from "../analysis/distribution.js";
import type { SetName } from "../analysis/select.js";
import { sumHistogram } from "../charts/sumHistogram.js";
import type { Dataset } from "../data/dataset.js";

export const siteSource =
  "CQC local authority assessments (Open Government Licence v3.0). Analysis by Ninefold";

/** Its file, from the site's root. */
export const cardPath = "assets/card.png";

/** What the cards of a site's pages show that have no picture of their own: no council by its name. */
export interface SiteCard {
  readonly figure: Figure;
  readonly picture: CardPicture;
}

/** The chart of the first page; null where there are too few councils for one. */
export function siteCard(dataset: Dataset, set: SetName): SiteCard | null {
  const figure = sumHistogram(distribution(dataset, { set, need: "sum" }), { source: siteSource });
  if (figure.kind !== "figure") return null;
  return { figure, picture: { path: cardPath, alt: figure.alt } };
}
