import type { Council } from "./dataset.js";
import { plain } from "./nameForms.js";

/** Names that a folder of councils uses itself, or that Windows keeps for devices. */
const reserved = /^(index|con|prn|aux|nul|com\d|lpt\d)$/;

/** A name in lower-case letters a to z, digits and single hyphens, at most 60 of them. */
function slugOf(name: string): string {
  return plain(name).replaceAll(" ", "-").slice(0, 60).replace(/-+$/, "");
}

/**
 * What the files of each council are called, by its ONS code: its name in letters, digits and
 * hyphens, safe on any disk and in any address. Names that come out the same, as nothing, as a name
 * that is kept, or ending as a code does have their council's code, so that no two are alike.
 */
export function councilSlugs(councils: readonly Council[]): ReadonlyMap<string, string> {
  const slugs = councils.map(({ name }) => slugOf(name));
  const times = new Map<string, number>();
  for (const slug of slugs) times.set(slug, (times.get(slug) ?? 0) + 1);
  return new Map(
    councils.map(({ gssCode }, i) => {
      const slug = slugs[i];
      const isPlain =
        slug !== "" && times.get(slug) === 1 && !reserved.test(slug) && !/e\d{8}$/.test(slug);
      const code = gssCode.toLowerCase();
      return [gssCode, isPlain ? slug : [slug, code].filter(Boolean).join("-")];
    }),
  );
}
