/** Why parts are left out, as readers of a page read it: more than one place says each. */
export const reasons = {
  host: "it is loaded from another host",
  language: "it is written in a language that a report does not run",
  reader: "it shows what a reader does",
  card: "it is drawn by a graphics card",
  template: "it needs what the template of its own site gives",
  browser: (name: string) => `it needs a browser (${name})`,
} as const;
