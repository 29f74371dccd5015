let isWarm = false;

/**
 * Makes a formatter of each kind once, in the browser's own language: the first on a page reads in what all others
 * use, and takes longer than what is written with it. For when nobody waits.
 */
export function warmFormats(): void {
  if (isWarm) return;
  isWarm = true;
  new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' }).format();
  new Intl.NumberFormat().format(0);
  new Intl.DisplayNames(undefined, { type: 'region' }).of('US');
}
