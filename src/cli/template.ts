import { existsSync } from "node:fs";
import { assessmentsResource, toCsvText } from "../councils/bring/checkImported.js";
import { readDataset } from "../councils/data/readDataset.js";
import { diskError } from "../disk/diskError.js";
import { putFile } from "../disk/putFile.js";
import { ExpectedError } from "../errors.js";
import type { Io } from "./io.js";

/**
 * `ninefold template [FILE]`: an empty assessments.csv with a row for each council, to fill in, and
 * what each column holds on standard error. Without a file it goes to standard output.
 */
export function template(file: string | undefined, io: Io): void {
  const { fields } = assessmentsResource().schema;
  const { councils } = readDataset();
  const rows = councils.map(({ gssCode, name }) => ({
    gss_code: gssCode,
    council: name,
    kind: "formal",
    status: "published",
  }));
  const text = toCsvText(
    fields.map(({ name }) => name),
    rows,
  );
  if (file === undefined) io.stdout(text);
  else {
    if (existsSync(file)) throw new ExpectedError(`${file}: is there already`, 2);
    try {
      // With a byte order mark, so that Excel reads it as UTF-8.
      putFile(file, `\uFEFF${text}`);
    } catch (error) {
      throw diskError(error, file);
    }
    io.stdout(
      `${file}: a row for each of ${rows.length} councils. Fill in what you have, delete the other rows, then: ninefold import ${file} --out FOLDER\n`,
    );
  }
  for (const { name, description } of fields) io.stderr(`${name}: ${description}\n`);
}
