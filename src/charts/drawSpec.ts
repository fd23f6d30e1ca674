import type { TopLevelSpec } from "vega-lite";
import { finishSvg } from "./svg.js";

/** The SVG of a Vega-Lite specification, drawn without a canvas. Vega is loaded when this is called. */
export async function drawSpec(spec: TopLevelSpec, document: Document): Promise<string> {
  const [{ compile }, { parse, View }] = await Promise.all([import("vega-lite"), import("vega")]);
  const view = new View(parse(compile(spec).spec), { renderer: "none" });
  const holder = document.createElement("div");
  holder.innerHTML = await view.toSVG();
  view.finalize();
  return finishSvg(holder.querySelector("svg")!);
}
