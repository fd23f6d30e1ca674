import { describe, expect, it } from "vitest";
import { placeLabels } from "../../../src/councils/charts/placeLabels.js";
import { shortCodes } from "../../../src/councils/charts/shortCodes.js";
import { spreadApart } from "../../../src/councils/charts/spreadApart.js";
import { textWidth } from "../../../src/councils/charts/textWidth.js";
import { overlap } from "./picture.js";

describe("labels at the ends of curves", () => {
  it("stay where they are while they are apart", () => {
    expect(spreadApart([3, 1, 7], 2, 10)).toEqual([3, 1, 7]);
    expect(spreadApart([], 2, 10)).toEqual([]);
  });

  it("are moved up from the lowest, and down again from the limit", () => {
    // 5 and 5: the second two above. 9 and 9.5 under a limit of 10: 10, then 8.
    expect(spreadApart([5, 5], 2, 10)).toEqual([5, 7]);
    expect(spreadApart([9.5, 9], 2, 10)).toEqual([10, 8]);
  });
});

describe("labels beside points", () => {
  const room = { left: 0, top: 0, right: 300, bottom: 200, size: 12, radius: 5, lines: [] };
  const width = textWidth("York", { size: 12 });

  it("stand right of their point, and left where the right has no room", () => {
    const [near, edge] = placeLabels(
      [
        { x: 100, y: 100, text: "York" },
        { x: 295, y: 40, text: "York" },
      ],
      room,
    );
    // A radius of 5 and a gap of 4.
    expect(near).toEqual({ text: "York", left: 109, middle: 100, isFar: false });
    expect(edge.left).toBeCloseTo(295 - 9 - width, 9);
  });

  it("do not meet where points do", () => {
    const points = Array.from({ length: 9 }, () => ({ x: 100, y: 100, text: "York" }));
    const placed = placeLabels(points, room);
    const boxes = placed.map(({ left, middle }) => ({
      left,
      top: middle - 7,
      right: left + width,
      bottom: middle + 7,
    }));
    boxes.forEach((box, i) =>
      boxes.slice(i + 1).forEach((other) => expect(overlap(box, other)).toBe(false)),
    );
    expect(placed.some(({ isFar }) => isFar)).toBe(true);
  });

  it("keep clear of lines while there is room", () => {
    const level = { left: 0, top: 99, right: 300, bottom: 101 };
    const [{ middle }] = placeLabels([{ x: 100, y: 100, text: "York" }], {
      ...room,
      lines: [level],
    });
    expect(Math.abs(middle - 100)).toBeGreaterThan(8);
  });

  it("stand beside their point where there is no room at all", () => {
    const [only] = placeLabels([{ x: 5, y: 5, text: "York" }], { ...room, right: 10, bottom: 10 });
    expect(only).toEqual({ text: "York", left: 14, middle: 5, isFar: false });
  });
});

describe("codes of councils", () => {
  it("follow the initials of their words, then their letters", () => {
    expect(
      shortCodes([
        "Bournemouth, Christchurch and Poole",
        "North Somerset",
        "York",
        "Yorkshire",
        "St Helens",
        "Kingston upon Hull, City of",
        "Cumberland",
      ]),
    ).toEqual(["BCP", "NSO", "YOR", "YOK", "SHE", "KHU", "CUB"]);
  });

  it("are three letters each or a number, no two alike", () => {
    const names = Array.from({ length: 153 }, (_, i) => `Council ${i + 1}`);
    const codes = shortCodes([...names, "<img>", "Å", ""]);
    expect(new Set(codes).size).toBe(156);
    for (const code of codes) expect(code).toMatch(/^(?:[A-Z]{3}|\d{1,3})$/);
  });
});
