/**
 * Connection exceptions, operator intervention, too many connections, a transaction that gave way to another, a plan
 * that another process's migration has made stale: by the first letters of their SQLSTATE.
 */
const states = /^(08|57P|53|40|0A000)/;
const network = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
/** The driver gives these no code. */
const messages =
  /^(timeout exceeded when trying to connect|Connection terminated|Client .+ and is not queryable|The database is closed)/;

/** Whether an error says that the database cannot be reached for now, so that the request may be tried again. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return states.test(code) || network.test(code);
  if (error instanceof AggregateError && error.errors.some(isDatabaseUnavailable)) return true;
  return messages.test(error.message);
}
