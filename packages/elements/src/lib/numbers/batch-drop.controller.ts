import type { BatchOptions, BatchRefusal, BatchReport, NumberPolicy } from '@numberdesk/core/numbers';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Localizer } from '../internal/localize.ts';

/** What has become of the file that was chosen last. */
export type DropState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string; readonly rows: number; readonly stop: AbortController }
  | { readonly kind: 'refused'; readonly name: string; readonly refusal: BatchRefusal }
  /** More than one file, a file that cannot be read, or a part of the kit that did not come. */
  | { readonly kind: 'failed'; readonly name: string | null; readonly why: 'one' | 'file' | 'part' };

/** Reads a file or lines; `workerUrl` is where the worker's script is, the kit's own unless given. */
export type ReadBatch = (
  source: Blob | string,
  options: BatchOptions,
  workerUrl: string | URL | object | null,
) => Promise<BatchReport>;

/** What reads: a worker that is started before it is needed, or the page itself. */
export interface BatchReader {
  readBatch: ReadBatch;
  prepareReading: (workerUrl: string | URL | object | null) => void;
  leaveReading: () => void;
}

/** What reading needs of its widget. */
export interface BatchDropOptions {
  policy: () => NumberPolicy;
  texts: () => Localizer;
  /** Where the worker's script is; the kit's own unless given. */
  workerUrl: () => string | URL | object | null;
  /** Loads what reads. */
  load: () => Promise<BatchReader>;
  say: (text: string) => void;
  onReport: (report: BatchReport, name: string) => void;
}

/** Takes a file or pasted lines, and has them read; shows how far that is, and can stop it (NUM-3, NUM-7). */
export class BatchDropController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: BatchDropOptions;
  #state: DropState = { kind: 'idle' };
  #isOver = false;
  #isOnPage = false;
  #hasRead = false;
  #leave: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, options: BatchDropOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get state(): DropState {
    return this.#state;
  }

  /** Whether a file is held over the place for it. */
  get isOver(): boolean {
    return this.#isOver;
  }

  hostConnected(): void {
    this.#isOnPage = true;
  }

  hostDisconnected(): void {
    this.#isOnPage = false;
    this.cancel();
    this.#leave?.();
  }

  /** Loads what reads, and starts it, while a file is being looked for; a failure is told once there is one. */
  async prepare(): Promise<void> {
    const { load, workerUrl } = this.#options;
    const later = await load().catch(() => null);
    if (!later || !this.#isOnPage || this.#hasRead) return;
    later.prepareReading(workerUrl());
    this.#leave = later.leaveReading;
  }

  readonly cancel = (): void => {
    if (this.#state.kind === 'reading') this.#state.stop.abort();
    this.#show({ kind: 'idle' });
  };

  readonly choose = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    const [file] = input.files ?? [];
    // The same file can be chosen again once it is corrected.
    if (file) void this.read(file, file.name).finally(() => (input.value = ''));
  };

  readonly onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    if (this.#isOver) return;
    this.#isOver = true;
    this.#host.requestUpdate();
  };

  readonly onDragLeave = ({ currentTarget, relatedTarget }: DragEvent): void => {
    const isInside = relatedTarget instanceof Node && (currentTarget as Node).contains(relatedTarget);
    if (isInside || !this.#isOver) return;
    this.#isOver = false;
    this.#host.requestUpdate();
  };

  readonly onDrop = (event: DragEvent): void => {
    event.preventDefault();
    this.#isOver = false;
    const files = event.dataTransfer?.files;
    const [file] = files ?? [];
    if (files?.length !== 1 || !file) this.#fail('one', null);
    else void this.read(file, file.name);
  };

  /** Reads a file or lines, and hands over what it finds. */
  async read(source: Blob | string, name: string): Promise<void> {
    this.cancel();
    this.#hasRead = true;
    const stop = new AbortController();
    this.#show({ kind: 'reading', name, rows: 0, stop });
    const { policy, workerUrl, texts, load } = this.#options;
    this.#options.say(texts().say('import.file.reading', { name }));
    const later = await load().catch(() => null);
    if (stop.signal.aborted) return;
    if (!later) return this.#fail('part', name);
    try {
      const onProgress = (rows: number) => this.#show({ kind: 'reading', name, rows, stop });
      const asked = { ...policy(), signal: stop.signal, onProgress };
      const report = await later.readBatch(source, asked, workerUrl());
      if (!stop.signal.aborted) this.#take(report, name);
    } catch {
      if (!stop.signal.aborted) this.#fail('file', name);
    }
  }

  #take(report: BatchReport, name: string): void {
    const { refusal } = report;
    if (refusal) return this.#show({ kind: 'refused', name, refusal });
    // What comes next is shown by whoever takes it.
    this.#state = { kind: 'idle' };
    this.#options.onReport(report, name);
  }

  #fail(why: 'one' | 'file' | 'part', name: string | null): void {
    this.#show({ kind: 'failed', why, name });
  }

  #show(state: DropState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
