/** Paths of drawings that not every page has, as `drawing` of icons.ts takes them. */
export const pencilPath = 'm10.6 3 2.4 2.4-7.4 7.4-3 .6.6-3Zm-1.6 1.6 2.4 2.4';
