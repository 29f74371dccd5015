import type { CrossTenant } from '../db/cross-tenant.ts';
import { type WebhookPorts, takeTurn } from './webhook.jobs.ts';

/** How often a process looks, how much it does at once and how it ends, in milliseconds. */
export interface SenderOptions extends WebhookPorts {
  crossTenant: Pick<CrossTenant, 'dueWebhooks'>;
  /** For retries, and for what a process that died has left; what this process commits wakes it at once. */
  pollMs?: number;
  /** Gathers what is committed in quick succession. */
  wakeMs?: number;
  /** How long an attempt under way may still take when the server stops. */
  graceMs?: number;
  onFailure: (error: unknown) => void;
}

/** Endpoints that one process sends to at once; of one tenant a few only, so that slow ones leave room for others. */
const atOnce = 16;
const atOnceOfOne = 4;
/** More than all tenants could fill: what is due is read in one go. */
const mostDue = 1_000;

/** Sends what is due, one turn an endpoint, several endpoints at once. One in each process. */
export class WebhookSender {
  readonly #options: SenderOptions;
  readonly #stopping = new AbortController();
  readonly #cut = new AbortController();
  readonly #turns = new Map<string, { tenant: string; over: Promise<void> }>();
  #timer: NodeJS.Timeout | undefined;
  #isWaking = false;
  #sweeping: Promise<void> | null = null;
  #hasNews = false;
  #nudge = () => {};

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  /** Looks from now on by itself. */
  start(): void {
    this.#schedule(this.#options.pollMs ?? 5_000);
  }

  /** Says that there may be something to send. */
  wake(): void {
    if (this.#isWaking) return;
    this.#schedule(this.#options.wakeMs ?? 50);
    this.#isWaking = true;
  }

  /** Sends until nothing is due any more. */
  sweep(): Promise<void> {
    this.#hasNews = true;
    this.#nudge();
    this.#sweeping ??= this.#sweepOn().finally(() => {
      this.#sweeping = null;
    });
    return this.#sweeping;
  }

  /** Begins nothing new; what is under way has a moment to be answered, and its answer is recorded. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    clearTimeout(this.#timer);
    this.#nudge();
    const grace = setTimeout(() => this.#cut.abort(), this.#options.graceMs ?? 3_000);
    await this.#sweeping;
    clearTimeout(grace);
  }

  #schedule(millis: number): void {
    clearTimeout(this.#timer);
    if (this.#stopping.signal.aborted) return;
    this.#timer = setTimeout(() => {
      this.#isWaking = false;
      this.#schedule(this.#options.pollMs ?? 5_000);
      void this.sweep();
    }, millis);
    this.#timer.unref();
  }

  async #sweepOn(): Promise<void> {
    const settled = new Set<string>();
    while (!this.#stopping.signal.aborted && (this.#hasNews || this.#turns.size > 0)) {
      if (this.#hasNews) settled.clear();
      this.#hasNews = false;
      await this.#begin(settled);
      if (this.#turns.size === 0) continue;
      const nudged = new Promise<void>((resolve) => (this.#nudge = resolve));
      if (!this.#hasNews) await Promise.race([...this.#turnsOver(), nudged]);
    }
    await Promise.all(this.#turnsOver());
  }

  /** Takes up what is due and has not been settled in this sweep, as far as there is room. */
  async #begin(settled: Set<string>): Promise<void> {
    const { crossTenant, clock, onFailure } = this.#options;
    const due = await crossTenant
      .dueWebhooks({ now: clock(), limit: mostDue })
      .catch((error: unknown) => (onFailure(error), []));
    if (this.#stopping.signal.aborted) return;
    const signals = { stopping: this.#stopping.signal, cut: this.#cut.signal };
    for (const endpoint of due) {
      const { tenant, endpointId } = endpoint;
      if (settled.has(endpointId) || this.#turns.has(endpointId) || !this.#hasRoom(tenant)) continue;
      const over = takeTurn(this.#options, endpoint, signals)
        .catch(onFailure)
        .then((hasMore) => {
          if (hasMore === true) this.#hasNews = true;
          else settled.add(endpointId);
          this.#turns.delete(endpointId);
        });
      this.#turns.set(endpointId, { tenant, over });
    }
  }

  #turnsOver(): Promise<void>[] {
    return [...this.#turns.values()].map(({ over }) => over);
  }

  #hasRoom(tenant: string): boolean {
    const ofTenant = [...this.#turns.values()].filter((turn) => turn.tenant === tenant);
    return this.#turns.size < atOnce && ofTenant.length < atOnceOfOne;
  }
}
