/** Small native controls for live notebooks; a static report states their defaults. */
export type { ControlElement } from "./control.js";
export { checkbox, type CheckboxOptions } from "./checkbox.js";
export { range, type RangeOptions } from "./range.js";
export { ranges, type RangesOptions } from "./ranges.js";
export { search, type SearchOptions } from "./search.js";
export { select, type SelectOptions } from "./select.js";
