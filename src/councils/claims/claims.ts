import { assessingNeeds } from "./c01AssessingNeeds.js";
import { wordCarriesHalf } from "./c02WordCarriesHalf.js";
import { heaping } from "./c03Heaping.js";
import { onePoint } from "./c04OnePoint.js";
import { reversals } from "./c05Reversals.js";
import { hiddenVariety } from "./c06HiddenVariety.js";
import { oneNumber } from "./c07OneNumber.js";
import { themesGroup } from "./c08Themes.js";
import { governance } from "./c09Governance.js";
import { drift } from "./c10Drift.js";
import { region } from "./c11Region.js";
import { size } from "./c12Size.js";
import { pilots } from "./c13Pilots.js";
import { inadequate } from "./c14Inadequate.js";
import { directScoring } from "./c15DirectScoring.js";
import { themeWords } from "./c16ThemeWords.js";
import { notification } from "./c17Notification.js";
import { outcomes } from "./c18Outcomes.js";
import { sizeGivenPlace } from "./c19SizeGivenPlace.js";
import { noLinkWithSize } from "./c20NoLinkWithSize.js";
import { lowestStatement } from "./c21LowestStatement.js";
import { outcomesTellRating } from "./c22OutcomesTellRating.js";
import { careProviders } from "./c23CareProviders.js";
import { childrensRatings } from "./c24ChildrensRatings.js";
import { obviousRating } from "./c25ObviousRating.js";
import type { Claim } from "./claim.js";

/** Every claim, in the order in which they were written down. */
export const claims: readonly Claim[] = Object.freeze([
  assessingNeeds,
  wordCarriesHalf,
  heaping,
  onePoint,
  reversals,
  hiddenVariety,
  oneNumber,
  themesGroup,
  governance,
  drift,
  region,
  size,
  pilots,
  inadequate,
  directScoring,
  themeWords,
  notification,
  outcomes,
  sizeGivenPlace,
  noLinkWithSize,
  lowestStatement,
  outcomesTellRating,
  careProviders,
  childrensRatings,
  obviousRating,
]);
