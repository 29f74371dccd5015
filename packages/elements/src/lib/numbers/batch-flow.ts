import type { Connection } from '@numberdesk/core/http';
import type { BatchReport, PhoneNumber } from '@numberdesk/core/numbers';
import { randomKey } from '../internal/random-key.ts';
import { RowWindow } from '../internal/row-window.ts';
import type { BatchDropController } from './batch-drop.controller.ts';
import type { FlowContext, FlowStage } from './batch-flow-context.ts';
import { inOrder, leftRows, movedLine, unsentRows, validLines } from './batch-lines.ts';
import { pagePace } from './batch-pace.ts';
import { reasonText, rowWords, statusNews } from './batch-problem-words.ts';
import { type BatchLine, type BatchLines, BatchOutcome, type RejectedEntry } from './batch-outcome.ts';
import { ResultChoice } from './batch-result.ts';
import { BatchReview } from './batch-review.ts';
import { BatchReviewController } from './batch-review.controller.ts';
import { BatchSaving } from './batch-saving.ts';
import { BatchStatuses } from './batch-statuses.ts';
import type { Slices } from './in-slices.ts';
import { Confirmed } from './number-importer-confirmed.ts';
import { NumbersAddRequestEvent, NumbersAddedEvent, NumbersRejectedEvent } from './number-importer.events.ts';

/** From a batch that was read, or a list that was typed in, over review and saving to what became of it (NUM-7). */
export class ImportFlow {
  readonly name: string;
  readonly confirmed = new Confirmed();
  readonly #context: FlowContext;
  readonly #stop = new AbortController();
  #outcome = new BatchOutcome();
  #stage: FlowStage = { kind: 'preparing' };
  #review: Extract<FlowStage, { kind: 'review' }> | null = null;
  #account: { id: string; name: string } | null = null;
  #statuses: BatchStatuses | null = null;
  #refusal: string | null = null;
  #isTyped = false;
  #ended: BatchSaving | null = null;
  #unsent = 0;
  /** Rows that are rejected without being sent; told when the others have been answered for. */
  #left: Promise<readonly RejectedEntry[]> = Promise.resolve([]);
  /** What is being moved here: until the server has answered, it stays rejected. */
  #moved: readonly RejectedEntry[] | null = null;

  constructor(context: FlowContext, name: string) {
    this.#context = context;
    this.name = name;
  }

  get drop(): BatchDropController {
    return this.#context.drop;
  }

  get stage(): FlowStage {
    return this.#stage;
  }

  get outcome(): BatchOutcome {
    return this.#outcome;
  }

  /** Where the numbers went. */
  get account(): { id: string; name: string } | null {
    return this.#account;
  }

  /** What the page says about numbers that it has kept. */
  get refusal(): string | null {
    return this.#refusal;
  }

  /** What the server refused, where saving rests on it. */
  get failure(): unknown {
    const stage = this.#stage;
    return stage.kind === 'saving' && stage.saving.state.kind === 'paused' ? stage.saving.state.error : null;
  }

  /** Begins with a review of what was read. */
  async review(report: BatchReport): Promise<void> {
    const { host, view, say, clock } = this.#context;
    const options = { policy: view().policy, ...this.#slices(this.#onTurn) };
    const review = await BatchReview.of(report, options).catch(() => null);
    if (!review) return;
    const texts = () => view().texts;
    const control = new BatchReviewController(host, {
      review,
      texts,
      say,
      clock,
      words: (row) => rowWords(row, texts()),
    });
    this.#review = { kind: 'review', control, report };
    this.#show(this.#review);
    this.#focus('.review-head');
    say(texts().say('import.review.said', { ...review.counts }));
  }

  /** Saves what can be saved of a review; its other rows are rejected with their reasons. */
  readonly saveReview = (): void => {
    const { review } = this.#review?.control ?? {};
    if (!review) return;
    if (!this.confirmed.check(review.doNotOriginate)) return this.#focus('#confirm');
    if (this.#begin(validLines(review)))
      this.#left = leftRows(review, this.#context.view().texts, this.#slices()).catch(() => []);
  };

  /** Saves a list that was typed in. */
  save(lines: BatchLines): void {
    this.#isTyped = true;
    this.#begin(lines);
  }

  /** Sends rows; says whether it has begun. */
  #begin(lines: BatchLines): boolean {
    const account = this.#context.account();
    const connection = this.#context.connection();
    if (!account || !connection) return false;
    if (!this.#isAllowed(account.id, lines, false)) return false;
    this.#account = account;
    this.#outcome = new BatchOutcome();
    this.#statuses?.close();
    this.#statuses = new BatchStatuses({
      connection,
      clock: this.#context.clock(),
      account: account.id,
      count: () => this.#outcome.added.length,
      onNumbers: this.#onNumbers,
    });
    this.#send(lines, connection, false);
    return true;
  }

  /** Takes numbers out of the accounts that have them: only those that somebody has chosen (NUM-8). */
  readonly move = (choice: ResultChoice): void => {
    const connection = this.#context.connection();
    if (!connection || !this.#account) return;
    if (!this.confirmed.check(choice.doNotOriginate)) return this.#focus('#confirm');
    const entries = [...choice.chosen];
    const lines = { length: entries.length, at: (at: number) => movedLine(entries[at] as RejectedEntry) };
    if (!this.#isAllowed(this.#account.id, lines, true)) return;
    this.#moved = entries;
    this.#outcome.retry(choice.chosen);
    this.#send(lines, connection, true);
  };

  /** Goes back to the review, with all that was done in it; a list that was typed in is there again. */
  readonly back = (): void => {
    if (this.#stage.kind === 'saving') {
      const { saving } = this.#stage;
      if (saving.isUnsure) this.#refusal = this.#context.view().texts.say('import.saving.unsure');
      saving.pause();
    }
    if (this.#moved) void this.#result(0);
    else if (this.#review) this.#show(this.#review);
    else this.end();
  };

  /** Ends it, and lets go of everything. */
  readonly end = (): void => {
    const { texts } = this.#context.view();
    const { rejected } = this.#outcome;
    const reasons = () => new Map(rejected.map((entry) => [entry.number, reasonText(entry, texts)] as const));
    const isSaved = this.#stage.kind === 'result';
    const refusal = isSaved ? null : this.#refusal;
    this.close();
    this.#context.onEnd({ saved: isSaved && this.#isTyped ? reasons() : null, refusal });
  };

  /** Rests while the widget is not on a page: it may come back, and then goes on where it was. */
  rest(): void {
    this.#statuses?.close();
    if (this.#stage.kind === 'saving') this.#stage.saving.pause();
  }

  /** Is on a page again, and hears what became of the numbers meanwhile. */
  wake(): void {
    this.#statuses?.follow();
  }

  /** Lets go of everything. */
  close(): void {
    this.rest();
    this.#stop.abort();
    this.#review?.control.close();
    this.#closeResult();
  }

  readonly update = (): void => this.#context.host.requestUpdate();

  #send(lines: BatchLines, connection: Connection, reassign: boolean): void {
    const { clock, host } = this.#context;
    const account = this.#account as { id: string; name: string };
    const saving: BatchSaving = new BatchSaving({
      connection,
      account: account.id,
      lines,
      name: this.name,
      reassign,
      outcome: this.#outcome,
      clock: clock(),
      newKey: randomKey,
      onChange: () => this.#onSaving(saving),
      onAnswer: (added, rejected) => {
        if (added.length > 0) host.dispatchEvent(new NumbersAddedEvent(account.id, added));
        if (rejected.length > 0) host.dispatchEvent(new NumbersRejectedEvent(account.id, rejected));
      },
    });
    this.confirmed.forget();
    this.#closeResult();
    this.#show({ kind: 'saving', saving });
    this.#focus('.saving');
    void saving.run();
  }

  #onSaving(saving: BatchSaving): void {
    const { kind } = saving.state;
    if (this.#stage.kind !== 'saving' || this.#stage.saving !== saving) return;
    if (kind !== 'done' && kind !== 'stopped') return this.update();
    // Its rows are accounted for once, however often somebody stops what has ended.
    if (this.#ended === saving) return;
    this.#ended = saving;
    void this.#result(saving.sent);
  }

  /** Each row that was not sent, and each that was left in the review, gets its reason (NUM-7). */
  async #result(sent: number): Promise<void> {
    const saving = this.#stage.kind === 'saving' ? this.#stage.saving : null;
    const moved = this.#moved;
    this.#moved = null;
    if (moved) this.#outcome.reject(moved.slice(sent));
    else if (saving) await this.#accountForRest(saving, sent).catch(() => undefined);
    if (this.#stop.signal.aborted) return;
    const { host, view, say, clock } = this.#context;
    this.#review?.control.close();
    this.#review = null;
    const choice = new ResultChoice(this.#outcome);
    const window = new RowWindow<number>(host, String, clock);
    this.#show({ kind: 'result', choice, window, unsent: this.#unsent });
    this.#statuses?.follow();
    const { addedCount: added, rejected } = this.#outcome;
    say(view().texts.say('import.result.said', { added, rejected: rejected.length }));
    this.#focus('.result-head');
  }

  async #accountForRest(saving: BatchSaving, sent: number): Promise<void> {
    const { texts } = this.#context.view();
    const slices = this.#slices();
    const left = await this.#left;
    this.#left = Promise.resolve([]);
    if (left.length > 0) this.#context.host.dispatchEvent(new NumbersRejectedEvent(saving.account, left));
    const unsent = await unsentRows(saving.lines, sent, texts, slices);
    this.#unsent = unsent.length;
    const rest = await inOrder(left, unsent, slices);
    this.#outcome.settle(await inOrder(this.#outcome.rejected, rest, slices));
  }

  #slices(onTurn?: () => void): Slices {
    return { signal: this.#stop.signal, pause: pagePace(onTurn) };
  }

  #closeResult(): void {
    if (this.#stage.kind !== 'result') return;
    this.#context.host.removeController(this.#stage.window);
    this.#stage.window.hostDisconnected();
  }

  /** Asks the page; where it keeps the numbers, they stay as they are, with the reason. */
  #isAllowed(account: string, lines: BatchLines, reassign: boolean): boolean {
    const { host, view } = this.#context;
    const count = lines.length;
    const rows = () => Array.from({ length: count }, (_, index) => rowOf(lines.at(index)));
    const request = new NumbersAddRequestEvent(account, { count, rows }, reassign);
    this.#refusal = null;
    if (host.dispatchEvent(request)) return true;
    this.#refusal = request.reason ?? view().texts.say('import.refused');
    if (this.#stage.kind === 'preparing') this.end();
    else this.update();
    return false;
  }

  readonly #onNumbers = (numbers: readonly PhoneNumber[]): void => {
    const changed = this.#outcome.update(numbers);
    if (changed.length === 0 || this.#stage.kind !== 'result') return;
    this.#context.say(statusNews(changed, this.#context.view().texts));
    this.update();
  };

  /** That a review is being prepared is shown where it takes so long that the page gets its turn; later work shows itself. */
  readonly #onTurn = (): void => {
    if (this.#stage.kind === 'preparing') this.update();
  };

  #show(stage: FlowStage): void {
    this.#stage = stage;
    this.update();
  }

  /** With the next frame, which lays out what is to get it: a task of its own for what may be many rows. */
  #focus(selector: string): void {
    const { host } = this.#context;
    this.update();
    const focus = () => host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
    void host.updateComplete.then(() => requestAnimationFrame(focus));
  }
}

const rowOf = ({ number, purpose }: BatchLine) => ({ number, purpose });
