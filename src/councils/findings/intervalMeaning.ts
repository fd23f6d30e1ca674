/** What an interval means here. It stands beside every one. */
export const intervalMeaning =
  "An interval describes a hypothetical repeat of the rating process on councils like these. It " +
  "does not say how far scores would move if the same councils were assessed again.";
