import { expect, it } from "vitest";
import { howRated } from "../../../src/councils/pages/howRated.js";
import { scheme } from "../../madeUp.js";

it("says how CQC's nine scores become a rating, and nothing where no total decides", () => {
  const said = howRated(scheme)!.markdown.replace(/\\(?=[!-/:-@[-`{-~])/g, "");
  expect(said).toContain("The Care Quality Commission scores 9 statements from 1 to 4: Assessing");
  expect(said).toContain("their total, from 9 to 36, decides which of 4 ratings a council has");
  for (const { name } of scheme.levels) expect(said).not.toContain(name);
  expect(howRated({ ...scheme, whole: { ...scheme.whole, rule: "none" } as never })).toBeNull();
});
