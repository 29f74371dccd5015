import { isDatabaseUnavailable } from '../db/database-failure.ts';

/** Why a command failed, in one sentence for whoever typed it. */
export function failureSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const said = message.replace(/\.?\s*$/, '');
  if (isDatabaseUnavailable(error)) return `The database cannot be reached (${said}): look at DATABASE_URL.`;
  const isFromSystem = error instanceof Error && 'syscall' in error;
  return isFromSystem ? `The data folder cannot be used (${said}): look at NUMBERDESK_DATA.` : `${said}.`;
}
