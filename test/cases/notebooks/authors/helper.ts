// @ts-expect-error A package as notebooks name it.
import { mean } from "npm:d3@7";

export type Numbers = readonly number[];
export const middle = (numbers: Numbers): number => mean(numbers) ?? 0;
export default "a default";
