import { expect, test } from "vitest";
import { reportNameOf } from "../../../src/engine/report/reportName.js";

test.each([
  ["notebooks/national.html", "national"],
  ["docs/Bus use/index.html", "bus-use"],
  ["docs/My First_Notebook (2).htm", "my-first-notebook-2"],
  ["Ystradû.html", "ystradu"],
  ["docs/---.html", "notebook"],
])("the report of %s is %s", (file, name) => {
  expect(reportNameOf(file)).toBe(name);
});
