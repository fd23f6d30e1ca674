export * from "../../engine/report/widestText.js";
