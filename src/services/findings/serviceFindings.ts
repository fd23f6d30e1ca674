/** What ratings of care services say, by the name of what it says. */
export { agesOfParts } from "./agesOfParts.js";
export { behindGood } from "./behindGood.js";
export { behindLow } from "./behindLow.js";
export { besideOwnRating } from "./besideOwnRating.js";
export { councilsWithinChance } from "./councilsWithinChance.js";
export { followsRule } from "./followsRule.js";
export { inCouncil } from "./inCouncil.js";
export { keptByRating } from "./keptByRating.js";
export { notRatedAsWhole } from "./notRatedAsWhole.js";
export { ratedAnew } from "./ratedAnew.js";
export { noServices, whichServices } from "./whichServices.js";
