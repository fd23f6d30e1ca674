/** The part of Observable's runtime that the tests use: it brings no types of its own. */
declare module "@observablehq/runtime" {
  export class Runtime {
    constructor(builtins: Readonly<Record<string, () => unknown>>);
    module(): object;
    dispose(): void;
  }
}
