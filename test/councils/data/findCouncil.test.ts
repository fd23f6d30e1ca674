import { expect, test } from "vitest";
import { findCouncil, matchCouncil } from "../../../src/councils/data/findCouncil.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { ExpectedError } from "../../../src/errors.js";

const dataset = readDataset();

test.each([
  ["E10000015", "Hertfordshire"],
  ["e10000015", "Hertfordshire"],
  ["Hertfordshire", "Hertfordshire"],
  ["Hertfordshire County Council", "Hertfordshire"],
  ["bristol", "Bristol"],
  [" Stoke on trent ", "Stoke-on-Trent"],
  ["telford & wrekin council", "Telford and Wrekin"],
  ["Hammersmith and Fulham", "Hammersmith and Fulham"],
  ["Durham County Council", "County Durham"],
  // Barnsley's code on later boundaries.
  [dataset.councils.find(({ name }) => name === "Barnsley")!.altGssCode2025!, "Barnsley"],
])("%s is %s", (asked, name) => {
  expect(findCouncil(dataset, asked).name).toBe(name);
});

test("every council is found by its code, its name and its official name, and is no other", () => {
  for (const council of dataset.councils)
    for (const asked of [council.gssCode, council.name, council.officialName])
      expect(findCouncil(dataset, asked)).toBe(council);
});

test("part of a name is no name, and the error says what it may have meant", () => {
  const failure = (asked: string) => {
    try {
      return expect.fail(findCouncil(dataset, asked).name);
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      expect(error.exitCode).toBe(2);
      return error.message;
    }
  };
  expect(failure("Cheshire")).toBe(
    "expected a council's ONS code or its name: Cheshire (did you mean Cheshire East, Cheshire West and Chester?)",
  );
  expect(failure("Atlantis")).toBe("expected a council's ONS code or its name: Atlantis");
  expect(failure("  ")).toBe("expected a council's ONS code or its name: (blank)");
  expect(matchCouncil(dataset, "")).toBeNull();
  expect(matchCouncil(dataset, "Cheshire")).toBeNull();
});
