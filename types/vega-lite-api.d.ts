/** The package has no types of its own: its functions make charts, which `vl` wraps. */
declare module "vega-lite-api";
