/** The claims whose p-values share Holm's adjustment, as it was fixed before they were computed. */
export const family = "C8 to C12 and C18";
