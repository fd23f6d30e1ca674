import { drift as drifted } from "../analysis/drift.js";
import { pairs as paired } from "../analysis/pairs.js";
import { remembered } from "../analysis/remembered.js";
import { signal as signalled } from "../analysis/signal.js";
import { themePartitions as partitioned } from "../analysis/themePartitions.js";
import { variance as varied } from "../analysis/variance.js";

export const drift = remembered(drifted);
export const pairs = remembered(paired);
export const signal = remembered(signalled);
export const themePartitions = remembered(partitioned);
export const variance = remembered(varied);
