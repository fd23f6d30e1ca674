import { needs } from "../needs.js";
import { textWidth } from "../textWidth.js";

interface Chart {
  toSpec(): object;
  render?: () => Promise<Element>;
}
interface Metrics {
  width: (item: { readonly fontSize?: number }, text?: string | number) => number;
}
type Api = Readonly<Record<string, unknown>>;

/** The font that pages and paper have, so that what is measured is what is set. */
const font = '"Source Sans 3", "Source Sans Pro", Arial, sans-serif';

/**
 * Observable's `vl`, the functions of Vega-Lite: `render` gives SVG, with room for every label,
 * since text is measured in the font that it is set in. Expressions are interpreted, never compiled.
 */
export async function library() {
  const [api, vegaLite, vega, { expressionInterpreter }] = await Promise.all([
    needs("vega-lite-api", () => import("vega-lite-api")) as Promise<Api>,
    import("vega-lite"),
    import("vega"),
    import("vega-interpreter"),
  ]);
  const { textMetrics } = vega as unknown as { readonly textMetrics: Metrics };
  const width: Metrics["width"] = ({ fontSize = 11 }, text) =>
    textWidth(String(text ?? ""), fontSize);
  const draw = async (spec: object): Promise<Element> => {
    const { description, ...config } = spec as { description?: string; config?: object };
    const whole = {
      ...config,
      config: {
        font,
        axis: { labelLimit: 0, titleLimit: 0 },
        legend: { labelLimit: 0, titleLimit: 0 },
        ...config.config,
      },
    };
    const compiled = vegaLite.compile(whole as Parameters<typeof vegaLite.compile>[0]).spec;
    const runtime = vega.parse(compiled, undefined, { ast: true });
    const view = new vega.View(runtime, { renderer: "none", expr: expressionInterpreter });
    const template = document.createElement("template");
    // Of this drawing alone: others of the same process are measured as they were.
    const before = textMetrics.width;
    textMetrics.width = width;
    try {
      template.innerHTML = await view.toSVG();
    } finally {
      textMetrics.width = before;
      view.finalize();
    }
    const svg = template.content.firstElementChild!;
    if (description !== undefined) svg.setAttribute("aria-label", description);
    return svg;
  };
  function render(this: Chart): Promise<Element> {
    return draw(this.toSpec());
  }
  /** Functions that begin a chart give one whose `render` draws as above. */
  const wrapped = Object.fromEntries(
    Object.entries(api).map(([name, value]) => {
      if (typeof value !== "function" || name === "register") return [name, value];
      const make = (...given: unknown[]): unknown => {
        const made = (value as (...given: unknown[]) => unknown)(...given);
        return isChart(made) ? withRender(made, render) : made;
      };
      return [name, make];
    }),
  );
  return Object.assign((spec: object) => draw(spec), wrapped);
}

const isChart = (value: unknown): value is Chart =>
  typeof value === "object" && value !== null && "toSpec" in value && "render" in value;

/** A chart whose methods give such charts too. */
function withRender(chart: Chart, render: (this: Chart) => Promise<Element>): Chart {
  return new Proxy(chart, {
    get(target, name) {
      if (name === "render") return () => render.call(target);
      const value = Reflect.get(target, name) as unknown;
      if (typeof value !== "function" || name === "toSpec" || name === "toObject") return value;
      return (...given: unknown[]) => {
        const made = (value as (...given: unknown[]) => unknown).apply(target, given);
        return isChart(made) ? withRender(made, render) : made;
      };
    },
  });
}
