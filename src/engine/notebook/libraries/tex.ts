import { needs } from "../needs.js";

interface Temml {
  readonly renderToString: (source: string, options: object) => string;
}

type Tag = (strings: TemplateStringsArray, ...values: readonly unknown[]) => Element;

/** Observable's `tex`: a formula as MathML, which browsers and readers of the screen know. */
export async function library() {
  const module = await needs("temml", () => import("temml"));
  const { renderToString } = ((module as { default?: unknown }).default ?? module) as Temml;
  const tag =
    (options: object): Tag =>
    (strings, ...values) => {
      const source = String.raw(strings, ...values);
      const template = document.createElement("template");
      template.innerHTML = renderToString(source.trim(), {
        ...options,
        annotate: true,
        throwOnError: true,
      });
      return template.content.firstElementChild!;
    };
  return Object.assign(tag({}), { options: tag, block: tag({ displayMode: true }) });
}
