/** The total of known grades, in points. */
export function totalOf(grades: readonly number[]): number {
  let total = 0;
  for (let j = 0; j < grades.length; j++) total += grades[j];
  return total;
}
