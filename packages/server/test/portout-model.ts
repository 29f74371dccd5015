import type { PortOutDetail } from '@numberdesk/core/portouts';

/** A request as somebody would keep it on a sheet of paper; written without a look at the rules of core. */
export interface PaperPortOut {
  status: string;
  version: number;
  numbers: Map<string, string>;
  focDate: string | null;
  requestedFocDate: string;
  /** Milliseconds since 1970; `null` where silence does nothing. */
  silenceAt: number | null;
  /** Hours of silence that count again once it is sent back. */
  silenceHours: number | null;
  /** What happened, the latest first. */
  history: string[];
  /** What the provider found of each rejection, the latest first; `null` while in review. */
  rejections: (boolean | null)[];
  notes: number;
}

export const hour = 3_600_000;

/** A request that has just come. */
export function paperPortOut(
  {
    numbers,
    silenceHours,
    requestedFocDate,
  }: { numbers: string[]; silenceHours: number | null; requestedFocDate: string },
  now: number,
): PaperPortOut {
  return {
    status: 'pending',
    version: 1,
    numbers: new Map(numbers.map((number) => [number, 'pending'])),
    focDate: null,
    requestedFocDate,
    silenceAt: silenceHours === null ? null : now + silenceHours * hour,
    silenceHours,
    history: ['received'],
    rejections: [],
    notes: 0,
  };
}

/** What an act leads to; `null` where it cannot be. */
type Outcome = 'done' | 'already-decided' | 'transition-not-allowed';

function step(paper: PaperPortOut, kind: string, status: string): 'done' {
  paper.history.unshift(kind);
  paper.status = status;
  paper.version++;
  return 'done';
}

/** Time goes by. */
export function letPass(paper: PaperPortOut, now: number): void {
  if (paper.status !== 'pending' || paper.silenceAt === null || paper.silenceAt > now) return;
  step(paper, 'silence', 'authorized');
  paper.focDate = paper.requestedFocDate;
}

const unanswerable = (status: string): Outcome =>
  status === 'canceled' ? 'transition-not-allowed' : 'already-decided';

export function accept(paper: PaperPortOut, focDate: string | undefined): Outcome {
  if (paper.status !== 'pending') return unanswerable(paper.status);
  paper.focDate = focDate ?? paper.requestedFocDate;
  return step(paper, 'accept', 'authorized');
}

export function reject(paper: PaperPortOut): Outcome {
  if (paper.status !== 'pending') return unanswerable(paper.status);
  paper.rejections.unshift(null);
  return step(paper, 'reject', 'rejection-in-review');
}

export function judge(paper: PaperPortOut, valid: boolean, after: string, now: number): Outcome {
  if (paper.status !== 'rejection-in-review') {
    return (paper.rejections[0] ?? null) === null ? 'transition-not-allowed' : 'already-decided';
  }
  paper.rejections[0] = valid;
  if (valid) {
    for (const [number, status] of paper.numbers)
      if (status === 'pending') paper.numbers.set(number, 'canceled');
    return step(paper, 'find-valid', 'rejected');
  }
  if (after === 'authorized') paper.focDate = paper.requestedFocDate;
  else paper.silenceAt = paper.silenceHours === null ? null : now + paper.silenceHours * hour;
  return step(paper, 'find-invalid', after);
}

/** The status that the numbers bring a request to, or the one it has. */
function byNumbers({ status, numbers }: PaperPortOut): string {
  const all = [...numbers.values()];
  if (all.includes('pending')) return status;
  return all.includes('ported-out') ? 'ported-out' : 'canceled';
}

const open = ['pending', 'authorized', 'rejection-in-review'];

export function cancel(paper: PaperPortOut, some: readonly string[] | undefined): Outcome {
  if (!open.includes(paper.status)) {
    return paper.status === 'canceled' ? 'already-decided' : 'transition-not-allowed';
  }
  const final = some?.map((number) => paper.numbers.get(number)).find((status) => status !== 'pending');
  if (final !== undefined) return final === 'canceled' ? 'already-decided' : 'transition-not-allowed';
  for (const [number, status] of paper.numbers)
    if (status === 'pending' && (some?.includes(number) ?? true)) paper.numbers.set(number, 'canceled');
  return step(paper, 'cancel', byNumbers(paper));
}

export function port(paper: PaperPortOut, number: string): Outcome {
  const status = paper.numbers.get(number);
  if (status !== 'pending') return status === 'ported-out' ? 'already-decided' : 'transition-not-allowed';
  if (paper.status !== 'authorized') return 'transition-not-allowed';
  paper.numbers.set(number, 'ported-out');
  return step(paper, 'port', byNumbers(paper));
}

/** What the server shows of it, in the words of the sheet. */
export function shownOnPaper(
  detail: PortOutDetail,
): Omit<PaperPortOut, 'silenceAt' | 'silenceHours'> & object {
  return {
    status: detail.status,
    version: detail.version,
    numbers: new Map(detail.numbers.map(({ tn, status }) => [tn, status])),
    focDate: detail.focDate,
    requestedFocDate: detail.requestedFocDate,
    history: detail.history.map(({ kind }) => kind),
    rejections: detail.rejections.map(({ verdict }) => verdict && verdict.valid),
    notes: detail.notes.length,
  };
}
