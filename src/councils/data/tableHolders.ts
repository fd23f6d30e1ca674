/** The members of a dataset that hold tables by name, of which an analysis reads few. */
export const tableHolders = [
  { holder: "context", isReadByName: true },
  // Whoever reads ratings of others goes through all of them.
  { holder: "profiles", isReadByName: false },
] as const;
