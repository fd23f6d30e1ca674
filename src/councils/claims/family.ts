/** The claims whose p-values share Holm's adjustment, as it was fixed before they were computed. */
export const family = "C8 to C12 and C18";

/** The claims registered on 29 November 2026 that share Holm's adjustment; two of them give no p. */
export const laterFamily = "C19, C20 and C22 to C24";
