import { readFileSync } from "node:fs";

interface Description {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

interface Group {
  readonly n: number;
  readonly mean: number;
  readonly min: number;
  readonly max: number;
}

interface Spread extends Group {
  readonly median: number;
}

interface FramesReference {
  readonly complete: {
    readonly n: number;
    readonly byWord: Readonly<Record<string, Spread>>;
    readonly byRegion: Readonly<Record<string, Spread>>;
    readonly byType: Readonly<Record<string, Spread>>;
    readonly below3: Readonly<Record<string, number>>;
    readonly means: Readonly<Record<string, number>>;
  };
  readonly rows: number;
  readonly rating: Readonly<Record<string, number>>;
  readonly region: Readonly<Record<string, number>>;
  readonly kind: Readonly<Record<string, number>>;
  readonly sum: Description;
  readonly statements: Readonly<Record<string, Description & { readonly atMost2: number }>>;
  readonly sumByRating: Readonly<Record<string, Group>>;
  readonly sumByRegion: Readonly<Record<string, Group>>;
}

/** What R gave for the published assessments (test/reference/frames.R). */
export const reference = JSON.parse(
  readFileSync(new URL("../../reference/frames.json", import.meta.url), "utf8"),
) as FramesReference;
