import * as z from 'zod/mini';

/** The number of the present format; one that this version cannot read gets the next. */
export const backupFormat = 1;

const headerSchema = z.object({
  numberdesk: z.literal('backup'),
  format: z.literal(backupFormat),
  /** The schema's steps that had been taken, in their order. */
  migrations: z.array(z.string()).check(z.minLength(1)),
  /** In the order in which they refer to each other. */
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number().check(z.int(), z.gte(0)),
    }),
  ),
});

/** What a backup begins with: what it holds and which schema it fits. */
export type BackupHeader = z.infer<typeof headerSchema>;

/** Rows of one table; each is a JSON array with the columns as PostgreSQL writes them in text, or `null`. */
export interface BackupBatch {
  table: string;
  rows: string[];
}

/** All data of one moment, read as it is asked for. */
export interface Backup {
  header: BackupHeader;
  /** Table by table in the header's order, in batches that fit into memory. @throws when it turns out not whole. */
  batches(): AsyncIterable<BackupBatch>;
}

/** About as many characters are held at once, unless a single row has more. */
export const batchLength = 1_000_000;

/**
 * Reads the first line of a backup.
 *
 * @throws Error in words that follow the name of the file.
 */
export function parseBackupHeader(line: string): BackupHeader {
  const value = parsed(line) as { numberdesk?: unknown; format?: unknown } | null;
  if (value?.numberdesk !== 'backup') throw new Error('is not a backup of Numberdesk');
  if (typeof value.format === 'number' && value.format > backupFormat) {
    throw new Error(
      `was made by a newer version of Numberdesk (format ${value.format}; this version reads ${backupFormat}): ` +
        'restore it with that version',
    );
  }
  const header = z.safeParse(headerSchema, value);
  if (!header.success) throw new Error('is damaged: its first line makes no sense');
  return header.data;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
