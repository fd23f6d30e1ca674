import { pathToFileURL } from "node:url";
import path from "node:path";
import { JSDOM } from "jsdom";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as control from "../../../src/engine/controls/controls.js";
import { notebookKitFolder } from "../../../src/engine/notebook/notebookKit.js";

/** Notebook Kit's own `Generators.input`, which `view()` calls live. */
type Input = <T>(element: HTMLElement & { value: T }) => AsyncGenerator<T>;

let input: Input;
const before = Object.getOwnPropertyDescriptor(globalThis, "document");

beforeEach(async () => {
  const { window } = new JSDOM('<!doctype html><html lang="en-GB"><body></body></html>');
  Object.defineProperty(globalThis, "document", { value: window.document, configurable: true });
  const file = path.join(notebookKitFolder(), "runtime", "stdlib", "generators", "input.js");
  ({ input } = (await import(pathToFileURL(file).href)) as { input: Input });
});

afterEach(() => {
  if (before) Object.defineProperty(globalThis, "document", before);
  else Reflect.deleteProperty(globalThis, "document");
});

/** The native element that a control's label names, after a reader has operated it. */
function operate(element: HTMLElement, change: (field: HTMLInputElement) => void): void {
  document.body.append(element);
  const field = element.querySelector("label")!.control as HTMLInputElement;
  change(field);
  const { Event } = document.defaultView!;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** The first value that a live cell sees, and the one after a reader has operated the control. */
async function values<T>(
  element: HTMLElement & { value: T },
  change: (field: HTMLInputElement) => void,
): Promise<[T, T]> {
  const changes = input(element);
  const first = (await changes.next()).value as T;
  operate(element, change);
  const second = (await changes.next()).value as T;
  await changes.return(undefined);
  return [first, second];
}

describe("a control gives its default, then what a reader chooses", () => {
  test("range", async () => {
    const element = control.range({ label: "Points", min: 1, max: 5, value: 2 });
    expect(await values(element, (field) => (field.value = "4"))).toEqual([2, 4]);
    expect(element.querySelector("output")!.textContent).toBe("4");
    expect(element.block).toEqual({ kind: "control", label: "Points", value: "2" });
  });

  test("ranges, whose value is one number for each slider", async () => {
    const fields = [
      { label: "First", value: 1 },
      { label: "Second", value: 0 },
    ];
    const element = control.ranges({ label: "Weights", fields, min: 0, max: 5 });
    const change = (field: HTMLInputElement) => (field.value = "4");
    expect(await values(element, change)).toEqual([
      [1, 0],
      [4, 0],
    ]);
    const outputs = [...element.querySelectorAll("output")];
    expect(outputs.map((output) => output.textContent)).toEqual(["4", "0"]);
    expect(element.block).toEqual({
      kind: "control",
      label: "Weights",
      value: "First 1 and Second 0",
    });
    element.value = [2, 3];
    expect(element.value).toEqual([2, 3]);
    expect(outputs.map((output) => output.textContent)).toEqual(["2", "3"]);
  });

  test("select, with values that are not text", async () => {
    const options = [{ id: 1 }, { id: 2 }];
    const format = ({ id }: { id: number }) => `Option <${id}>`;
    const element = control.select({ label: "Which", options, value: options[1], format });
    expect(await values(element, (field) => (field.value = "0"))).toEqual([options[1], options[0]]);
    expect(element.block.value).toBe("Option <2>");
    expect(element.querySelector("option")!.innerHTML).toBe("Option &lt;1&gt;");
  });

  test("checkbox", async () => {
    const element = control.checkbox({ label: "Formal only" });
    expect(await values(element, (field) => (field.checked = true))).toEqual([false, true]);
    expect(element.block.value).toBe("no");
  });

  test("search, with suggestions", async () => {
    const element = control.search({ label: "Council", suggestions: ["Kent", "York"] });
    expect(await values(element, (field) => (field.value = " york "))).toEqual(["", "york"]);
    const list = element.querySelector("input")!.getAttribute("list")!;
    expect(element.querySelector("datalist")!.id).toBe(list);
    const suggested = () => [...element.querySelectorAll("option")].map(({ value }) => value);
    expect(suggested()).toEqual([]);
    const field = element.querySelector("input")!;
    const { Event } = field.ownerDocument.defaultView!;
    for (let times = 0; times < 2; times++) field.dispatchEvent(new Event("focus"));
    expect(suggested()).toEqual(["Kent", "York"]);
  });
});

test("a control's accessible name is its label alone", () => {
  const element = control.range({ label: "Points", min: 1, max: 5 });
  expect(element.querySelector("label")!.textContent.trim()).toBe("Points");
});

test("sliders that are one control are a group with a name, each with its own", () => {
  const fields = ["Assessing needs", "Equity"].map((label) => ({ label, value: 1 }));
  const element = control.ranges({ label: "Weights", fields, min: 0, max: 5, step: 0.5 });
  expect(element.localName).toBe("fieldset");
  expect(element.firstElementChild!.localName).toBe("legend");
  expect(element.querySelector("legend")!.textContent).toBe("Weights");
  const inputs = [...element.querySelectorAll("input")];
  expect(inputs.map(({ labels }) => labels![0].textContent.trim())).toEqual([
    "Assessing needs",
    "Equity",
  ]);
  expect(inputs.map(({ type, min, max, step }) => [type, min, max, step])).toEqual([
    ["range", "0", "5", "0.5"],
    ["range", "0", "5", "0.5"],
  ]);
  expect(element.block.value).toBe("1 each");
});

test("a field of names marks a text that is none of them, and one for any text does not", () => {
  const names = ["Kent", ""];
  const element = control.search({
    ...{ label: "Council", value: "Xyzzy" },
    isKnown: (typed) => names.includes(typed),
  });
  const field = element.querySelector("input")!;
  const isMarked = () => field.getAttribute("aria-invalid");
  expect(isMarked()).toBe("true");
  operate(element, (one) => (one.value = " Kent "));
  expect(isMarked()).toBeNull();
  element.value = "Narnia";
  expect(isMarked()).toBe("true");
  element.value = "";
  expect(isMarked()).toBeNull();
  const any = control.search({ label: "Words", value: "Xyzzy" });
  expect(any.querySelector("input")!.hasAttribute("aria-invalid")).toBe(false);
});

test("what is private says so, of each control", () => {
  const fields = [{ label: "Equity", value: 1 }];
  const isPrivate = true;
  for (const element of [
    control.checkbox({ label: "One", isPrivate }),
    control.range({ label: "Two", min: 0, max: 1, isPrivate }),
    control.ranges({ label: "Three", fields, min: 0, max: 5, isPrivate }),
    control.search({ label: "Four", isPrivate }),
    control.select({ label: "Five", options: ["a"], isPrivate }),
  ])
    expect(element, element.block.label).toHaveProperty("inAddress", null);
  expect(control.checkbox({ label: "One" })).toHaveProperty("inAddress", undefined);
});

test("a control refuses what it cannot hold", () => {
  expect(() => control.range({ label: "Points", min: 1, max: 5, value: 6 })).toThrow(
    "Points: expected a number from 1 to 5: 6",
  );
  expect(() => control.select({ label: "Word", options: ["Good"], value: "Bad" })).toThrow(
    "Word: expected one of the options: Bad",
  );
  expect(() => control.select({ label: "Word", options: [] })).toThrow("at least one option");
  const fields = [{ label: "Equity", value: 6 }];
  expect(() => control.ranges({ label: "Weights", fields, min: 0, max: 5 })).toThrow(
    "Weights: Equity: expected a number from 0 to 5: 6",
  );
  expect(() => control.ranges({ label: "Weights", fields: [], min: 0, max: 5 })).toThrow(
    "Weights: expected at least one field",
  );
  const one = control.ranges({ label: "Weights", fields, min: 0, max: 9 });
  expect(() => (one.value = [1, 2])).toThrow("Weights: expected 1 numbers: 2");
  expect(() => control.checkbox({ label: " " })).toThrow("label is missing");
  expect(() => control.ranges({ label: "", fields, min: 0, max: 9 })).toThrow("label is missing");
});
