import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { publicationOf } from "../../../src/councils/data/publicationOf.js";

test("a source is called by its publication, a council's by its own host", () => {
  expect(publicationOf("https://homingo.co.uk/blog/?p=1")).toBe("Homingo, a blog");
  expect(publicationOf("https://www.hellorayo.co.uk/news")).toBe("Rayo radio news");
  expect(publicationOf("https://news.leeds.gov.uk/news/1")).toBe("Council (leeds.gov.uk)");
  expect(publicationOf("https://www.lbbd.gov.uk/a")).toBe("Council (lbbd.gov.uk)");
  // Neither is what it looks like.
  expect(publicationOf("https://leeds.gov.uk.example.org/")).toBe("leeds.gov.uk.example.org");
  expect(publicationOf("https://notcqc.org.uk/")).toBe("notcqc.org.uk");
});

test("no step in a council's oversight rests on a bare host", () => {
  const addresses = readFileSync("data/interventions.csv", "utf8").match(/https?:\/\/[^,"\s]+/g)!;
  expect(addresses.length).toBeGreaterThan(5);
  expect(addresses.map(publicationOf).filter((name) => /^[\w-]+(\.[\w-]+)+$/.test(name))).toEqual(
    [],
  );
});
