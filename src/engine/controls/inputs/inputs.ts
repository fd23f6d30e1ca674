/**
 * Observable's `Inputs` over native fields that every reader can operate: the same functions, options
 * and values. A report states the default of each.
 */
export { button } from "./button.js";
export { checkbox, radio } from "./choose.js";
export { date, datetime } from "./date.js";
export { form } from "./form.js";
export { bind, disposal, file, input } from "./other.js";
export { number, range } from "./range.js";
export { search } from "./search.js";
export { select } from "./select.js";
export { table } from "./table.js";
export { color, email, password, tel, text, textarea, url } from "./text.js";
export { toggle } from "./toggle.js";
