import { toControl, type ControlElement } from "../control.js";
import { disable, labelText, type CommonOptions } from "./labels.js";

export interface DateOptions extends CommonOptions {
  readonly value?: Date | string | number | null;
  readonly min?: Date | string | null;
  readonly max?: Date | string | null;
}

type Moment = Date | string | number | null | undefined;

function toDate(value: Moment): Date | null {
  if (value === null || value === undefined || value === "") return null;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date;
}

function dateField(
  kind: "date" | "datetime-local",
  options: DateOptions,
): ControlElement<Date | null> {
  const length = kind === "date" ? 10 : 16;
  const write = (value: Moment) => toDate(value)?.toISOString().slice(0, length) ?? "";
  const field = document.createElement("input");
  field.type = kind;
  if (toDate(options.min)) field.min = write(options.min);
  if (toDate(options.max)) field.max = write(options.max);
  disable(field, options);
  field.value = write(options.value);
  return toControl({
    label: labelText(options.label, "Date"),
    field,
    get: () =>
      toDate(field.value === "" ? null : kind === "date" ? field.value : `${field.value}Z`),
    set: (value) => {
      field.value = write(value);
    },
    say: (value) => write(value).replace("T", " ") || "none",
  });
}

/** A date, midnight in UTC, or null, as `Inputs.date`. */
export const date = (options: DateOptions = {}) => dateField("date", options);
/** A date and a time in UTC, or null, as `Inputs.datetime`. */
export const datetime = (options: DateOptions = {}) => dateField("datetime-local", options);
