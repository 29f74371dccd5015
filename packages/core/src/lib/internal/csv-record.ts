/** Reads one record of CSV, quotes and all; `null` where its quotes make no sense. */
export type RecordParser = (record: string, delimiter: string) => readonly string[] | null;

let loading: Promise<RecordParser> | undefined;

/** Loads papaparse, which few files need: most have no quotes. */
export function loadRecordParser(): Promise<RecordParser> {
  return (loading ??= load().catch((problem: unknown) => {
    loading = undefined;
    throw problem;
  }));
}

async function load(): Promise<RecordParser> {
  const { default: papa } = await import('papaparse');
  return (record, delimiter) => {
    const parser = new papa.Parser({ delimiter, newline: '\n', fastMode: false });
    const { data, errors } = parser.parse(record, 0, false) as { data: string[][]; errors: unknown[] };
    const [cells] = data;
    return errors.length === 0 && data.length === 1 && cells ? cells : null;
  };
}
