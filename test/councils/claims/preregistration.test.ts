import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** The hash of each file on the day it was frozen, before any row was added to the data. */
const frozen = {
  c19: "b65c9f2f96fdcaddee8b8c473e059e486dab0814a9b1597ddf0b449b3fe86796",
  c20: "5f8fb6f56946babc529d7d12f833a532f950a6406a8bd2d3ef5bc79ccf54c48b",
  c21: "1194a8eaacd61332bb5fa2baf4963c6856c28fc192bab2dc129cb59b5085b391",
  c22: "74f9fac148ba4bdd2e2173084186175f82ad10db2d30e8e7d70b79437580dacb",
  c23: "7faec1407e0b96d6978d1a35836e8651439b29a744c0a182b45a4083077c17cd",
  c24: "d104ebbb60ba48129c6fb1fcaa9dd28de64004e090bb9b9a53bfd8b966c403ec",
  c25: "d80ed9d58ee3ad2788d4d5148330bf6a4f6a287664434d68badd5ebeba2acf60",
};

it.each(Object.entries(frozen))("%s has not changed since it was frozen", (name, hash) => {
  const text = readFileSync(`data/preregistration/${name}.json`);
  expect(createHash("sha256").update(text).digest("hex")).toBe(hash);
});
