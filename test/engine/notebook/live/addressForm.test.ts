import { describe, expect, it } from "vitest";
import { formOf, ofNumbers, ofOptions } from "../../../../src/engine/notebook/live/addressForm.js";
import { addressNote } from "../../../../src/engine/notebook/live/addressNote.js";

describe("a value in an address", () => {
  it("is read as what the control holds, and as nothing where it is of another kind", () => {
    expect(formOf("any")?.read(" Kent ")).toBe(" Kent ");
    expect(formOf(1)?.read("2.5")).toBe(2.5);
    for (const text of ["", " ", "x", "Infinity", "NaN", "1,2"])
      expect(formOf(1)?.read(text), text).toBeUndefined();
    expect(formOf(true)?.read("FALSE")).toBe(false);
    expect(formOf(false)?.read("true")).toBe(true);
    expect(formOf(false)?.read("yes")).toBeUndefined();
    for (const value of [null, undefined, {}, [1], new Date(0)]) expect(formOf(value)).toBeNull();
  });

  it("names one of some options in large or small letters, itself before others", () => {
    const form = ofOptions(["good", "Good", 3, { id: 4 }, null]);
    expect(form.read("Good")).toBe("Good");
    expect(form.read("GOOD ")).toBe("good");
    expect(form.read("3")).toBe(3);
    for (const text of ["Narnia", "", "[object Object]", "null"])
      expect(form.read(text), text).toBeUndefined();
    expect(form.write("Good")).toBe("Good");
    expect(form.write({ id: 4 })).toBeNull();
  });

  it("holds as many numbers as there are sliders", () => {
    const form = ofNumbers(3);
    expect(form.write([1, 0.5, 3])).toBe("1,0.5,3");
    expect(form.read("1,0.5,3")).toEqual([1, 0.5, 3]);
    expect(form.read(" 1 , 2 , 3 ")).toEqual([1, 2, 3]);
    for (const text of ["", "1,2", "1,2,3,4", "1,2,3,", "1,,3", "1,x,3"])
      expect(form.read(text), text).toBeUndefined();
  });
});

it("a note quotes what is asked for on one line, cut, without what turns the text around", () => {
  const note = addressNote("Region", "\u202eNar\nnia\u0000", "Every region");
  expect(note).toBe(
    "The address of this page gives “Nar nia” for “Region”, which is not known. The page shows the default: Every region.",
  );
  expect(addressNote("Region", "é".repeat(41), "x")).toContain(`“${"é".repeat(40)}…”`);
  expect(addressNote("Region", "é".repeat(40), "x")).toContain(`“${"é".repeat(40)}”`);
  expect(addressNote("Region", "😀".repeat(41), "x")).toContain(`“${"😀".repeat(40)}…”`);
});
