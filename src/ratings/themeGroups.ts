import type { Scheme } from "./scheme.js";

/** The parts of each theme, by place from 0; none unless every part has a theme. */
export function themeGroups({ themes, parts }: Scheme): readonly (readonly number[])[] {
  if (parts.some(({ theme }) => theme === null)) return [];
  return themes.map(({ id }) => parts.flatMap(({ theme }, place) => (theme === id ? [place] : [])));
}
