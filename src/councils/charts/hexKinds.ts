import type { CouncilOnMap, WordMap } from "../analysis/wordMap.js";
import { notKnown, publicRating } from "../data/publicRating.js";
import { levelColours } from "./levelColours.js";
import type { Colours } from "./theme.js";

/** What a hexagon says of its council, in colour, in a letter or two, and in words. */
export interface HexKind {
  readonly words: string;
  readonly letter: string;
  readonly fill: string;
  readonly stroke: string;
  readonly councils: readonly CouncilOnMap[];
}

const initials = (name: string) =>
  name
    .split(" ")
    .map(([first]) => first.toUpperCase())
    .join("");

/** The kinds that occur, from the best rating to none, each with its councils. */
export function hexKinds({ scheme, councils }: WordMap, colours: Colours): HexKind[] {
  const fills = levelColours(scheme);
  const open = { fill: colours.page, stroke: colours.line };
  const isOpen = (council: CouncilOnMap) => publicRating(council) === null;
  const kinds = [
    ...scheme.levels
      .map(({ name }, i) => ({
        words: name,
        letter: initials(name),
        fill: fills[i],
        stroke: fills[i],
        councils: councils.filter((council) => publicRating(council) === name),
      }))
      .reverse(),
    {
      ...open,
      words: "Not confirmed",
      letter: "?",
      councils: councils.filter((council) => isOpen(council) && council.rating !== null),
    },
    {
      ...open,
      words: notKnown,
      letter: "",
      councils: councils.filter(({ rating }) => rating === null),
    },
  ];
  return kinds.filter((kind) => kind.councils.length > 0);
}
