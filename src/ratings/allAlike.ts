import type { CompleteProfile } from "./profile.js";

/** The share of bodies, 0 to 1, all of whose parts have the same grade; null without a body. */
export function allAlike(profiles: readonly CompleteProfile[]): number | null {
  if (profiles.length === 0) return null;
  let alike = 0;
  for (const { grades } of profiles) {
    let j = 1;
    while (j < grades.length && grades[j] === grades[0]) j++;
    if (j === grades.length) alike++;
  }
  return alike / profiles.length;
}
