/** The one clock of Ninefold. Only what speaks to the world outside may read it. */
export function now(): Date {
  return new Date();
}
