/**
 * A number as files hold it, with twelve digits that count, whole ones in full: the last of the
 * sixteen or seventeen that a computer holds differ with the version of Node, and none of them is
 * known.
 */
export const fileNumber = (value: number): number =>
  Number.isInteger(value) ? value : Number(value.toPrecision(12));
