/** The part of robots-parser that Ninefold uses. Its own types do not fit an ES module. */
declare module "robots-parser" {
  interface Robot {
    /** Undefined for an address of another site. */
    isAllowed(url: string, userAgent: string): boolean | undefined;
    /** In seconds. */
    getCrawlDelay(userAgent: string): number | undefined;
  }
  export default function robotsParser(url: string, content: string): Robot;
}
