/** Kinds of work that end by themselves: reading files, looking up and asking hosts, unpacking. */
const kinds = /Req|^TCPConnectWrap$|^Zlib$/;

/** How much is under way in this process that ends by itself. */
export function underWay(): number {
  return process.getActiveResourcesInfo().filter((kind) => kinds.test(kind)).length;
}

/** How much keeps this process at work that need not end: timers, servers, threads, connections. */
export function handles(): number {
  return process.getActiveResourcesInfo().filter((kind) => !kinds.test(kind)).length;
}

/** One turn of the event loop. */
export const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));

const pause = () => new Promise<void>((resolve) => void setTimeout(resolve, 5));

/** Resolves when a count is 0 and stays so for two turns, or when a run is over. */
export async function untilNone(count: () => number, isOver: () => boolean): Promise<void> {
  for (let still = 0; still < 2 && !isOver();) {
    await turn();
    if (count() === 0) still += 1;
    else {
      still = 0;
      await pause();
    }
  }
}
