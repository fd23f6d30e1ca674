import type { Signal } from "../analysis/signal.js";
import { percent } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";
import { isLikeChance } from "./oneQualityBeside.js";

/** How much of councils' own patterns chance would put between themes. */
export function chanceBetweenThemes(result: Signal): Finding {
  const { dispersion } = result;
  if (dispersion === null)
    return nothing("Too few patterns can be set beside chance", "what chance would make of themes");
  return {
    headline: isLikeChance(result)
      ? "Patterns between CQC's themes are hard to tell from chance"
      : "Patterns between CQC's themes go beyond chance",
    detail: `Of councils' own patterns, ${percent(dispersion.expected)} would lie between themes, where ${percent(dispersion.observed)} do.`,
  };
}
