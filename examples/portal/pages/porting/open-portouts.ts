import { type Client, isPortalError } from '@numberdesk/core';
import {
  type PortOut,
  type PortOutChanged,
  type PortOutDetail,
  type PortOutInput,
  comparePortOuts,
  portOutGroup,
} from '@numberdesk/core/portouts';
import { refusalWords } from '../desk/words.ts';
import { statusWord } from './portout-words.ts';

/** What the desk shows besides the requests. */
export interface DeskState {
  failure: string | null;
  isLoaded: boolean;
  hasMore: boolean;
  /** What has just been done, for a screen reader too. */
  said: string;
  /** Where a request goes whose rejection is found not to be valid; `null` while nobody knows. */
  afterInvalidRejection: string | null;
}

/** The requests that are not complete, what is due first on top, kept up to date by the event stream (POR-6). */
export class OpenPortOuts {
  portouts: readonly PortOut[] = [];
  state: DeskState = {
    failure: null,
    isLoaded: false,
    hasMore: false,
    said: '',
    afterInvalidRejection: null,
  };
  readonly #client: Client;
  readonly #draw: () => void;
  readonly #now: () => number;
  readonly #refusals = new Map<string, string>();
  readonly #details = new Map<string, PortOutDetail>();
  #next: string | null = null;

  constructor(client: Client, draw: () => void, now: () => number) {
    this.#client = client;
    this.#draw = draw;
    this.#now = now;
  }

  refusalOf(id: string): string | undefined {
    return this.#refusals.get(id);
  }

  /** All that is known of a request, once it has been asked for. */
  detailOf({ id, version }: PortOut): PortOutDetail | undefined {
    const known = this.#details.get(id);
    return known && known.version >= version ? known : undefined;
  }

  /** Reads the first page anew and follows what happens from there on. */
  async load(): Promise<void> {
    try {
      const [{ policy }, page] = await Promise.all([
        this.#client.access.session(),
        this.#client.portouts.list(query),
      ]);
      this.#set({ afterInvalidRejection: policy.afterInvalidRejection ?? null });
      this.#show(page.data, page.next);
      for await (const event of this.#client.events({ after: page.feed, signal: forever })) {
        if (event.type === 'reset') return await this.load();
        if (event.type === 'portout.changed') this.#put((event.data as unknown as PortOutChanged).portout);
      }
    } catch (error) {
      this.#set({ failure: refusalWords(error, 'request') });
    }
  }

  async more(): Promise<void> {
    if (this.#next === null) return;
    try {
      const page = await this.#client.portouts.list({ ...query, cursor: this.#next });
      this.#show([...this.portouts, ...page.data], page.next);
    } catch (error) {
      this.#set({ failure: refusalWords(error, 'request') });
    }
  }

  /** Reads the numbers and rejections of a request. */
  async open(id: string): Promise<void> {
    await this.#try(id, async () => this.#know(await this.#client.portouts.get({ id })));
  }

  /** Records a request as a carrier sends it. */
  record(input: PortOutInput): Promise<boolean> {
    return this.#try('new', async () => {
      const { request } = this.#know(await this.#client.portouts.record(input));
      this.#set({ said: `${request} is recorded, and those who are told of it are mailed.` });
    });
  }

  judge({ id, request, version }: PortOut, valid: boolean, note: string): Promise<boolean> {
    return this.#try(id, async () => {
      const verdict = { id, valid, ...(note ? { note } : {}) };
      const { status } = this.#know(await this.#client.portouts.judge(verdict, { ifMatch: version }));
      this.#set({ said: `${request} is now ${statusWord(status)}.` });
    });
  }

  cancel({ id, request, version }: PortOut): Promise<boolean> {
    return this.#try(id, async () => {
      this.#know(await this.#client.portouts.cancel({ id }, { ifMatch: version }));
      this.#set({ said: `${request} is canceled.` });
    });
  }

  /** Confirms that numbers are ported, one after the other. */
  port({ id, version }: PortOut, numbers: readonly string[]): Promise<boolean> {
    return this.#try(id, async () => {
      let ifMatch = version;
      for (const tn of numbers) {
        ifMatch = this.#know(await this.#client.portouts.port({ id, tn }, { ifMatch })).version;
        this.#set({ said: `${tn} has left.` });
      }
    });
  }

  async #try(id: string, act: () => Promise<unknown>): Promise<boolean> {
    this.#refusals.delete(id);
    try {
      await act();
      return true;
    } catch (error) {
      this.#refusals.set(id, refusalWords(error, 'request'));
      if (isPortalError(error) && error.current) this.#know(error.current as PortOutDetail);
      this.#draw();
      return false;
    }
  }

  #know(detail: PortOutDetail): PortOutDetail {
    this.#details.set(detail.id, detail);
    const known = this.portouts.find(({ id }) => id === detail.id);
    // It has changed while it was being read.
    if (known && known.version > detail.version) void this.open(detail.id);
    else this.#put(detail);
    return detail;
  }

  #put(portout: PortOut): void {
    const known = this.portouts.find(({ id }) => id === portout.id);
    if (known && known.version > portout.version) return;
    // What is looked into is read anew.
    if ((this.#details.get(portout.id)?.version ?? portout.version) < portout.version)
      void this.open(portout.id);
    this.#show([...this.portouts.filter(({ id }) => id !== portout.id), portout], this.#next);
  }

  #show(portouts: readonly PortOut[], next: string | null): void {
    const open = portouts.filter(({ status }) => portOutGroup(status) === 'incomplete');
    this.portouts = open.sort(comparePortOuts('dueAt', this.#now()));
    this.#next = next;
    this.#set({ failure: null, isLoaded: true, hasMore: next !== null });
  }

  #set(state: Partial<DeskState>): void {
    this.state = { ...this.state, ...state };
    this.#draw();
  }
}

const query = { filter: 'incomplete' as const, sort: 'dueAt' as const, limit: 100 };
const forever = new AbortController().signal;
