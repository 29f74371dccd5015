import {
  type ChargeLine,
  type PortOut,
  type PortOutDetail,
  type PortOutDoer,
  type PortOutEvidence,
  type PortOutFacts,
  type PortOutNumber,
  type RejectionReason,
  portOutBody,
  portOutGroup,
} from '@numberdesk/core/portouts';
import { toInstant } from '@numberdesk/core/time';
import type { AccountBook } from './account-book.ts';
import type { EventFeed } from './event-feed.ts';
import { withMails } from './portout-mails.ts';

/** Something that happened, before it is known who reads it. */
export interface BookedEvent {
  at: string;
  kind: string;
  doer: PortOutDoer;
  from?: string;
  to?: string;
  note?: string;
  /** With an answer: when it was due. */
  answerDueAt?: string | null;
  numbers?: string[];
}

/** All that the mock knows of a request. */
export interface PortOutRecord {
  facts: PortOutFacts;
  timeZone: string | null;
  silenceHours: number | null;
  submitted: PortOutDetail['submitted'];
  numbers: (PortOutNumber & { portedOn: string | null })[];
  reasons: readonly RejectionReason[] | null;
  rejections: PortOutDetail['rejections'];
  /** The latest first. */
  history: BookedEvent[];
  notes: { at: string; doer: PortOutDoer; text: string }[];
  /** The first one first. */
  mails: PortOutEvidence['mails'];
}

/** A line of the charges, with the account that pays it. */
export type BookedCharge = ChargeLine & { account: string; note?: string };

/** What is on file of an account. */
export type OnFile = Record<'name' | 'address' | 'zip' | 'accountNumber' | 'pin', string | null>;

/** The port-out requests of the mock, their charges, and what is on file. */
export interface PortOutBook {
  all(): PortOutRecord[];
  find(id: string): PortOutRecord | undefined;
  newId(): string;
  /** A request as it is shown now. */
  shown(record: PortOutRecord): PortOut;
  /** Writes a request down as it is, in the next version. */
  write(record: PortOutRecord): PortOutRecord;
  /** Tells whoever watches its account. */
  tell(record: PortOutRecord): void;
  /** Writes down and tells what silence has authorized meanwhile (POR-9). */
  settle(): void;
  /** Whether a request that is open is about a number, which is then not taken out of the inventory (POR-7). */
  isLeaving(number: string): boolean;
  charges: BookedCharge[];
  /** Months that stay closed for accounts in whose time zone they last, as `account month` (POR-8). */
  closedMonths: Set<string>;
  onFile: Map<string, OnFile>;
}

/** What the book stands on. */
export interface PortOutGround {
  accounts: AccountBook;
  feed: EventFeed;
  now: () => number;
}

/** The time zone that counts for a request: its own, else its account's (POR-9). */
export function portOutZone(accounts: AccountBook, { timeZone, facts }: PortOutRecord): string {
  return timeZone ?? accounts.find(facts.account)?.timeZone ?? 'UTC';
}

export function createPortOutBook({ accounts, feed, now }: PortOutGround): PortOutBook {
  const records = new Map<string, PortOutRecord>();
  let count = 0;

  const book: PortOutBook = {
    charges: [],
    closedMonths: new Set(),
    onFile: new Map(),
    all: () => [...records.values()],
    find: (id) => records.get(id),
    isLeaving: (number) =>
      [...records.values()].some(
        (record) =>
          portOutGroup(book.shown(record).status) === 'incomplete' &&
          record.numbers.some(({ tn, status }) => tn === number && status === 'pending'),
      ),
    newId: () => `portout-${++count}`,
    shown: (record) => portOutBody(record.facts, now(), portOutZone(accounts, record)),

    write(record) {
      const version = (records.get(record.facts.id)?.facts.version ?? 0) + 1;
      const written = { ...record, facts: { ...record.facts, version } };
      records.set(written.facts.id, written);
      return written;
    },

    tell(record) {
      const portout = book.shown(record);
      const path = accounts.pathOf(portout.account);
      feed.append({
        type: 'portout.changed',
        at: now(),
        permission: 'portouts:view',
        path,
        data: { portout },
      });
    },

    settle() {
      for (const record of records.values()) {
        const { status, focDate } = book.shown(record);
        if (status === record.facts.status) continue;
        const at = record.facts.silenceAt ?? toInstant(now());
        const event = { at, kind: 'silence', from: record.facts.status, to: status, doer: null };
        const silent = {
          ...record,
          facts: { ...record.facts, status, focDate },
          history: [event, ...record.history],
        };
        const lettered = { event: 'silence', from: record.facts.status, to: status };
        book.tell(book.write(withMails(silent, lettered, { accounts, now: now() })));
      }
    },
  };
  return book;
}
