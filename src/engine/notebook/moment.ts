/** The moment that `now` is: when a report is made, or a page is opened. */
export const moment = (): number => Date.now();
