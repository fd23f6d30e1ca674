/** The scheme of an assessment whose row names none. */
export const defaultScheme = "cqc-councils-2023";
