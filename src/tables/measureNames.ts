/** A measure of the Adult Social Care Outcomes Framework, in words short enough for a table. */
interface MeasureName {
  readonly name: string;
  /** What follows a value: "%", or nothing where the name says the unit. */
  readonly unit: "" | "%";
}

const percentages: Readonly<Record<string, string>> = {
  "1d": "Satisfied with their care and support",
  "1e": "Carers satisfied with social services",
  "2a": "Reablement with no request for more support after",
  "2d(1)": "In the community 12 weeks after reablement, 65 and over",
  "2d(2)": "Received reablement after hospital, 65 and over",
  "2e(1)": "Live at home or with family: learning disability, 18 to 64",
  "2e(2a)": "Live at home or with family: long-term support, 18 to 64",
  "2e(2b)": "Live at home or with family: long-term support, 65 and over",
  "3a": "Have control over their daily life",
  "3b": "Carers included or consulted in discussions",
  "3c(1)": "Find it easy to find information",
  "3c(2)": "Carers who find it easy to find information",
  "3d(1a)": "Receive self-directed support",
  "3d(2a)": "Receive direct payments",
  "4a": "Feel safe",
  "4b": "Safeguarding enquiries that reduced or removed a risk",
  "5a(1)": "Have as much social contact as they would like",
  "5a(2)": "Carers with as much social contact as they would like",
  "6a": "Care staff who left their role in 12 months",
  "6b": "Residential care providers rated good or outstanding",
};

const others: Readonly<Record<string, string>> = {
  "1a": "Quality of life, 0 to 24",
  "1b": "Quality of life, as far as services account for it",
  "1c": "Carers' quality of life, 0 to 12",
  "2b": "Admissions to care homes per 100,000, 18 to 64",
  "2c": "Admissions to care homes per 100,000, 65 and over",
};

/** The measure's short name and unit; its description where the framework has got a new one. */
export function measureName(measure: string, description: string): MeasureName {
  const share = percentages[measure];
  return share === undefined
    ? { name: others[measure] ?? description, unit: "" }
    : { name: share, unit: "%" };
}
