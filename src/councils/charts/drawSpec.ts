import type { TopLevelSpec } from "vega-lite";
import { finishSvg } from "./finishSvg.js";
import { paint } from "./paint.js";
import { themes } from "./theme.js";

/**
 * The SVG of a Vega-Lite specification, drawn without a canvas. Vega is loaded when this is called.
 * Its expressions are interpreted, never compiled, so that Node and a browser whose policy allows
 * no `eval` draw the same.
 */
export async function drawSpec(spec: TopLevelSpec, document: Document): Promise<string> {
  const [{ compile }, { parse, View }, { expressionInterpreter }] = await Promise.all([
    import("vega-lite"),
    import("vega"),
    import("vega-interpreter"),
  ]);
  const runtime = parse(compile(spec).spec, undefined, { ast: true });
  const view = new View(runtime, { renderer: "none", expr: expressionInterpreter });
  const holder = document.createElement("div");
  holder.innerHTML = await view.toSVG();
  view.finalize();
  return paint(finishSvg(holder.querySelector("svg")!), themes.light);
}
