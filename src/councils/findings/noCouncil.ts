import { nothing, type Finding } from "./finding.js";

/** Where the data hold no council to speak of. */
export function noCouncil(): Finding {
  return nothing("No council is known here", "any council");
}
