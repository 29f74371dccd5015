import { loadRecordParser } from '../internal/csv-record.ts';
import { ownPace, paced } from '../internal/pace.ts';
import { ColumnWriter } from './batch-columns.ts';
import { batchDelimiter } from './batch-delimiter.ts';
import { BatchJudge } from './batch-judge.ts';
import { unpackBatch } from './batch-pack.ts';
import { BatchReader, NotUtf8 } from './batch-reader.ts';
import type { BatchNotice, BatchOptions, BatchRefusal, BatchReport, NumberPolicy } from './batch-report.ts';
import { type BatchInput, batchBytes, beginningWith, inUtf8 } from './batch-source.ts';
import { type BatchEncoding, batchStart, startLength } from './batch-start.ts';

/** Rows of a file at most, unless the tenant's policy says otherwise (NUM-3). */
const defaultMaxRows = 500;
/** Rows between two looks at the clock. */
const rowsAtOnce = 256;
/** Bytes of a row at least, for the room that rows may take. */
const shortRow = 16;

/**
 * Reads a file of numbers and their purposes, two columns and no header, and says of every row whether it can be added
 * (NUM-3, NUM-7). It works in slices, so that a page stays alive over a million rows; a `Blob` is never held whole.
 *
 * @throws The signal's reason when it is aborted, and whatever reading a `Blob` throws; never because of what a file holds.
 */
export async function validateBatch(input: BatchInput, options: BatchOptions = {}): Promise<BatchReport> {
  options.signal?.throwIfAborted();
  const source = batchBytes(input);
  const start = batchStart(await firstBytes(source.chunks()));
  if ('refusal' in start) return refused({ code: start.refusal }, options);
  const isText = typeof input === 'string';
  const encoding = isText ? 'utf-8' : start.encoding;
  const read = (as: BatchEncoding) => readAll(source, { as, hasMark: start.hasMark, isText }, options);
  try {
    return await read(encoding);
  } catch (problem) {
    if (problem instanceof NotUtf8) return read('windows-1252');
    throw problem;
  }
}

async function firstBytes(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  for await (const start of beginningWith(startLength, chunks)) return start.subarray(0, startLength);
  return new Uint8Array();
}

interface Reading {
  as: BatchEncoding;
  hasMark: boolean;
  isText: boolean;
}

async function readAll(
  { size, chunks }: ReturnType<typeof batchBytes>,
  { as, hasMark, isText }: Reading,
  options: BatchOptions,
): Promise<BatchReport> {
  const maxRows = options.batchMaxRows ?? defaultMaxRows;
  const judge = new BatchJudge(options, maxRows, Math.min(maxRows, Math.ceil(size / shortRow) + 1));
  const turn = turns(judge, options);
  let delimiter = ',';
  let reader: BatchReader | undefined;
  for await (const chunk of beginningWith(startLength, inUtf8(chunks(), as, hasMark))) {
    if (!reader) delimiter = batchDelimiter(chunk.subarray(0, startLength));
    reader ??= new BatchReader(judge, delimiter, as === 'utf-8' && !hasMark);
    reader.append(chunk);
    if (reader.needsParser) reader.parser ??= await loadRecordParser();
    while (reader.read(rowsAtOnce, false)) await turn();
    if (reader.isBinary || judge.isOverfull) break;
    await turn();
  }
  while (reader?.read(rowsAtOnce, true)) await turn();
  await turn();
  options.onProgress?.(judge.totals.rows);
  const refusal = refusalOf(judge, reader?.isBinary ?? false, maxRows);
  if (refusal) return refused(refusal, options);
  const notices = [...noticesOfText(as, isText, delimiter), ...judge.notices];
  return reportOf(judge, notices, options);
}

/** Between two pieces of work: lets others have their turn, says how far it is, and hears whether it is still wanted. */
function turns(judge: BatchJudge, { pace = ownPace, signal, onProgress }: BatchOptions): () => Promise<void> {
  const pause = paced(pace);
  return async () => {
    const paused = pause();
    if (paused === undefined) return;
    onProgress?.(judge.totals.rows);
    await paused;
    signal?.throwIfAborted();
  };
}

function refusalOf(judge: BatchJudge, isBinary: boolean, limit: number): BatchRefusal | null {
  if (isBinary) return { code: 'binary' };
  if (judge.isOverfull) return judge.isOneColumn ? { code: 'one-column' } : { code: 'too-many-rows', limit };
  if (judge.totals.rows === 0) return { code: 'empty' };
  return judge.isOneColumn ? { code: 'one-column' } : null;
}

function noticesOfText(as: BatchEncoding, isText: boolean, delimiter: string): BatchNotice[] {
  const notices: BatchNotice[] = [];
  if (as.startsWith('utf-16') && !isText) notices.push({ code: 'utf-16' });
  if (as === 'windows-1252') notices.push({ code: 'windows-1252' });
  if (delimiter === ';') notices.push({ code: 'semicolons' });
  if (delimiter === '\t') notices.push({ code: 'tabs' });
  return notices;
}

function refused(refusal: BatchRefusal, policy: NumberPolicy): BatchReport {
  const totals = { rows: 0, accepted: 0, rejected: 0, suggested: 0, doNotOriginate: 0 };
  return unpackBatch({
    refusal,
    notices: [],
    totals,
    columns: new ColumnWriter(0).finish(),
    policy: kept(policy),
  });
}

function reportOf(judge: BatchJudge, notices: BatchNotice[], policy: NumberPolicy): BatchReport {
  const { totals, columns } = judge;
  return unpackBatch({ refusal: null, notices, totals, columns, policy: kept(policy) });
}

/** What of the options a row needs when somebody looks at it. */
function kept({ areaCodes = [], allowFictionalNumbers = false }: NumberPolicy): NumberPolicy {
  return { areaCodes, allowFictionalNumbers };
}
