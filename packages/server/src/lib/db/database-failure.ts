/** Whether an error says that the database cannot be reached for now, so that the request may be tried again. */
export function isDatabaseUnavailable(error: unknown): boolean {
  throw new Error(`not there yet: ${error}`);
}
