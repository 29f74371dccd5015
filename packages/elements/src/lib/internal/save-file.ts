/** Hands a file to the browser, which puts it where its user wants downloads. */
export function saveFile(name: string, parts: string | readonly BlobPart[], type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([parts].flat(), { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  // The browser reads the file only after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Hands a CSV file to the browser, whole or in parts. */
export const saveCsv = (name: string, parts: string | readonly BlobPart[]): void =>
  saveFile(name, parts, 'text/csv');
