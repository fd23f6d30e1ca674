/**
 * A chart is 640 SVG pixels wide and is printed across a column of 170 mm on A4. 170 mm are 642.5
 * pixels of 1/96 inch, so one SVG pixel is one pixel as printed (to 0.4%): text of 12 SVG pixels is
 * 12 px, 9 points, on paper.
 */
export const chartWidth = 640;
export const textSize = 13;
/** The smallest text of any chart. */
export const smallTextSize = 12;
/**
 * The tallest a single SVG may be: the 247 mm (933 px) between the margins of an A4 page, less
 * title, subtitle and caption.
 */
export const maxChartHeight = 780;
/** The first name is the font in fonts/: Typst looks for exactly that. */
export const fontFamily = '"Source Sans 3", Arial, sans-serif';
