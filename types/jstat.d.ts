/** The part of jStat that Ninefold uses: distribution functions accurate to about 1e-10. */
declare module "jstat" {
  interface Distribution1 {
    pdf(x: number, a: number): number;
    cdf(x: number, a: number): number;
    inv(p: number, a: number): number;
  }
  interface Distribution2 {
    pdf(x: number, a: number, b: number): number;
    cdf(x: number, a: number, b: number): number;
    inv(p: number, a: number, b: number): number;
  }
  interface JStat {
    readonly beta: Distribution2;
    readonly normal: Distribution2;
    readonly chisquare: Distribution1;
    betaln(a: number, b: number): number;
    gammaln(x: number): number;
    ibeta(x: number, a: number, b: number): number;
    combinationln(n: number, k: number): number;
  }
  const jstat: JStat;
  export default jstat;
}
