import { ExpectedError, LeftOut } from "../../errors.js";
import type { Cell, Place } from "./readNotebook.js";

/** A cell that fails, with the place in its notebook. */
export class CellError extends Error {
  override readonly name = "CellError";
  constructor(
    /** Null where no cell can be told. */
    readonly cell: Cell | null,
    readonly place: Place,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Why a cell's part is left out of the report, where that is all that ails it. */
export function whyLeftOut({ cell, cause }: CellError): LeftOut | null {
  return cell !== null && cause instanceof LeftOut ? cause : null;
}

/** What a line on a cell begins with. */
export function whereIs(file: string, cell: Cell | null, place: Place): string {
  return `${file}:${place.line}:${place.column}: ${cell ? `cell ${cell.name}: ` : ""}`;
}

/** A cell's problems, a line each. */
export function errorLines(file: string, error: CellError): string[] {
  const { cell, place, cause } = error;
  const where = whereIs(file, cell, place);
  const messages = cause instanceof ExpectedError ? cause.problems : [error.message];
  return messages.map((message) => where + message.trim().replace(/\s*[\r\n]\s*/g, " "));
}

/** Errors in the order of the notebook. */
export function inOrder(errors: readonly CellError[]): CellError[] {
  return [...errors].sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
}

/** Errors in the order of the notebook, a line each. */
export function toExpectedError(file: string, errors: readonly CellError[]): ExpectedError {
  const sorted = inOrder(errors);
  const failure = new ExpectedError(sorted.flatMap((error) => errorLines(file, error)));
  failure.cause = sorted[0]?.cause;
  return failure;
}
