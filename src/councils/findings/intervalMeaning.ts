/** What an interval means here. It stands beside every one. */
export const intervalMeaning =
  "An interval describes a hypothetical repeat of the rating process on councils like these, not " +
  "sampling. It does not say how far scores would move if CQC assessed the same councils again.";
