import type { Finding } from "./finding.js";

/** What published scores leave open, whatever they are. */
export function unknowns(): Finding {
  return {
    headline: "Scores alone cannot say why councils differ",
    detail:
      "What a rating leaves out may be real strengths and weaknesses, or chance in scoring. Nor do " +
      "scores say how well people are served, or how far another panel would agree.",
  };
}
