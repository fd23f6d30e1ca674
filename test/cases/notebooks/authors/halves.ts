import { two } from "./two.js";

export const half = (n: number): number => n / two;
