import type { CompleteProfile } from "./profile.js";

/** The share of bodies, 0 to 1, all of whose parts have the same grade; null without a body. */
export function allAlike(profiles: readonly CompleteProfile[]): number | null {
  if (profiles.length === 0) return null;
  return (
    profiles.filter(({ grades }) => grades.every((grade) => grade === grades[0])).length /
    profiles.length
  );
}
