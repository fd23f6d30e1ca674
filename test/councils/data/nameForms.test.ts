import { describe, expect, it, test } from "vitest";
import { findCouncil } from "../../../src/councils/data/findCouncil.js";
import { councilsNamed } from "../../../src/councils/data/nameForms.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";

const dataset = readDataset();
const names = (text: string) => councilsNamed(dataset, text).map(({ name }) => name);

describe("every council by each form of its name, and no other", () => {
  // What a person, a page or the Office for National Statistics may write of a council of each type.
  const forms: Readonly<Record<string, (name: string, official: string) => string[]>> = {
    "County council": (name) => [`${name} County Council`, `${name} CC`],
    "London borough": (name) => [
      `London Borough of ${name}`,
      `LB ${name}`.replace(/^LB /, ""),
      `${name} London Borough Council`,
    ],
    "Metropolitan district": (name) => [
      `${name} Metropolitan Borough Council`,
      `${name} MBC`,
      `City of ${name}`,
      `${name} City Council`,
    ],
    "Unitary authority": (name) => [
      `${name} Borough Council`,
      `${name} City Council`,
      `${name}, City of`,
      `${name}, County of`,
    ],
  };
  const ofEach = (name: string, official: string) => [
    name,
    official,
    `The ${name} Council`,
    `${name} Council`,
    `${name} council`,
    name.toUpperCase(),
    ` ${name.replace(/ and /g, " & ")} `,
    name.replace(/ /g, "\u00a0"),
    name.replace(/-/g, " "),
    official.replace(/'/g, "’"),
  ];
  it.each(dataset.councils.map((council) => [council.name, council] as const))(
    "%s",
    (_, council) => {
      const { name, officialName, type } = council;
      for (const form of [...ofEach(name, officialName), ...forms[type](name, officialName)])
        expect(councilsNamed(dataset, form), form).toEqual([council]);
    },
  );
});

test.each([
  ["Bristol, City of", "Bristol"],
  ["Kingston upon Hull, City of", "Kingston upon Hull"],
  ["Herefordshire, County of", "Herefordshire"],
  ["Wolverhampton City Council", "Wolverhampton"],
  ["City of York Council", "York"],
  ["St. Helens", "St Helens"],
  ["Durham", "County Durham"],
  ["Hull City Council", "Kingston upon Hull"],
  ["Royal Borough of Kensington & Chelsea", "Kensington and Chelsea"],
  ["Stockton", "Stockton-on-Tees"],
  ["Bedford Borough", "Bedford"],
  ["County of Herefordshire", "Herefordshire"],
  ["Windsor Maidenhead", "Windsor and Maidenhead"],
  ["Lincolnshire Council", "Lincolnshire"],
  ["Bournemouth, Christchurch & Poole", "Bournemouth, Christchurch and Poole"],
])("%s is %s", (asked, name) => {
  expect(names(asked)).toEqual([name]);
});

test.each([
  // Councils of another kind: the county is Derbyshire, and no council is Kent's city.
  "Derby County Council",
  "Leicester County Council",
  "Nottingham County Council",
  "Kent City Council",
  // Parts of names, councils that ended, and nothing.
  "Northamptonshire",
  "Cheshire",
  "Yorkshire",
  "London",
  "Council",
  "City of",
  "",
])("%s is no council", (asked) => {
  expect(names(asked)).toEqual([]);
});

test("Kingston alone is two councils, and whoever says so is asked which", () => {
  expect(names("Kingston")).toEqual(["Kingston upon Hull", "Kingston upon Thames"]);
  expect(() => findCouncil(dataset, "Kingston")).toThrow(
    "(did you mean Kingston upon Hull, Kingston upon Thames?)",
  );
});

test("a name that two councils could have gives both", () => {
  const twice = dataset.councils.slice(0, 2).map((council, i) => ({
    ...council,
    name: `Ashford ${i}`,
    officialName: "Ashford Borough Council",
  }));
  expect(councilsNamed({ councils: twice }, "Ashford")).toEqual(twice);
});
