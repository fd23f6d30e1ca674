import { liveStyle } from "../notebook/live/liveStyle.js";

/** What the head of a site's own pages holds; no icon, so that none is asked for. */
export const liveHead = `<link rel="icon" href="data:,">
<style>
${liveStyle}
</style>`;
