/** A measure of the Adult Social Care Outcomes Framework, in words short enough for a table. */
interface MeasureName {
  readonly name: string;
  /** What follows a value: "%", or nothing where the name says the unit. */
  readonly unit: "" | "%";
}

const percentages: Readonly<Record<string, string>> = {
  "1d": "Satisfied with care and support",
  "1e": "Carers satisfied with social services",
  "2a": "Reablement, no further request after",
  "2d(1)": "In community 12 weeks later, 65+",
  "2d(2)": "Reablement after hospital, 65+",
  "2e(1)": "Learning disability, home or family",
  "2e(2a)": "At home or with family, 18 to 64",
  "2e(2b)": "At home or with family, 65+",
  "3a": "Control over daily life",
  "3b": "Carers included or consulted",
  "3c(1)": "Easy to find information",
  "3c(2)": "Carers: easy to find information",
  "3d(1a)": "Receive self-directed support",
  "3d(2a)": "Receive direct payments",
  "4a": "Feel safe",
  "4b": "Safeguarding: risk reduced or removed",
  "5a(1)": "As much social contact as wanted",
  "5a(2)": "Carers: as much contact as wanted",
  "6a": "Care staff who left within 12 months",
  "6b": "Care homes rated good or outstanding",
};

const others: Readonly<Record<string, string>> = {
  "1a": "Quality of life, 0 to 24",
  "1b": "Quality of life due to services",
  "1c": "Carers' quality of life, 0 to 12",
  "2b": "Into care homes, 18 to 64, per 100,000",
  "2c": "Into care homes, 65+, per 100,000",
};

/** Of a code in the data, which may be any text. */
const own = (names: Readonly<Record<string, string>>, measure: string): string | undefined =>
  Object.hasOwn(names, measure) ? names[measure] : undefined;

/** The measure's short name and unit; its description where the framework has got a new one. */
export function measureName(measure: string, description: string): MeasureName {
  const share = own(percentages, measure);
  return share === undefined
    ? { name: own(others, measure) ?? description, unit: "" }
    : { name: share, unit: "%" };
}
