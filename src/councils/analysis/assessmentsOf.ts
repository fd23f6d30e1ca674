import type { Assessment, Dataset } from "../data/dataset.js";
import { perObject } from "../../perObject.js";

const byCouncil = perObject(({ assessments }: Dataset) => {
  const found = new Map<string, Assessment[]>();
  for (const assessment of assessments) {
    const known = found.get(assessment.gssCode);
    if (known) known.push(assessment);
    else found.set(assessment.gssCode, [assessment]);
  }
  return found;
});

/** Every assessment of a council, in the order of the data. */
export function assessmentsOf(dataset: Dataset, gssCode: string): readonly Assessment[] {
  return byCouncil(dataset).get(gssCode) ?? [];
}
