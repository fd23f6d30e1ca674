import type { ClaimResult } from "./evaluateClaims.js";

/** Whether nobody else has said it: a question that Ninefold asks. */
export const isOurs = ({ by }: Pick<ClaimResult, "by">) =>
  /^(?:Ninefold|A question of ours)/.test(by);
