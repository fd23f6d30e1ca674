import note from "./welsh.tsv?raw";

export const lines = note.split("\n").length;
