import { toInstant, toMillis } from '@numberdesk/core/time';
import type { CrossTenant } from '../db/cross-tenant.ts';
import type { Database, TenantId } from '../db/database.ts';
import type { Queue } from '../jobs/queue.ts';
import { mailDeliveryStore } from './mail-delivery.store.ts';
import { mailExpireMs, mailLeaseMs } from './mail-patience.ts';
import { mailRetryAt } from './mail-retries.ts';
import type { MailOutcome, MailTransport } from './mail-transport.ts';
import type { StoredMail } from './mail.store.ts';

/** Which mail is meant. */
export interface MailJob {
  tenant: TenantId;
  mailId: string;
}

/** What sending takes from outside. */
export interface DeliveryPorts {
  database: Pick<Database, 'write'>;
  transport: MailTransport;
  /** Milliseconds since 1970. */
  clock: () => number;
  ids: () => string;
  /** From 0 up to 1. */
  random: () => number;
  /** Hears of each mail that is sent again although it may have arrived. */
  onDoubt: (mail: Pick<StoredMail, 'id' | 'messageId'>) => void;
}

/**
 * Sends one mail if it is due and nobody else is sending it; `true` when it is off. It is taken before and ticked off
 * after: a process that dies between the two leaves it to be sent again under the same Message-ID, once its lease has ended.
 */
export async function deliverMail(
  { database, transport, clock, ids, random, onDoubt }: DeliveryPorts,
  { tenant, mailId }: MailJob,
  cut: AbortSignal,
): Promise<boolean> {
  const turn = { mailId, lease: ids() };
  const messageId = `<${mailId}@${transport.domain}>`;
  const now = clock();
  const mail = await database.write(tenant, (tx) =>
    mailDeliveryStore(tx, turn).claim({ now, until: now + mailLeaseMs, messageId }),
  );
  if (!mail) return false;
  if (mail.mayHaveArrived) onDoubt(mail);
  const outcome = await attempt(transport, mail, { now, cut });
  await database.write(tenant, async (tx) => {
    const delivery = mailDeliveryStore(tx, turn);
    if (outcome.sent) return delivery.recordSent(clock());
    const next = outcome.isFinal ? null : nextAttempt(mail, { now: clock(), random: random(), cut });
    return delivery.recordFailure(outcome, next);
  });
  return outcome.sent;
}

async function attempt(
  transport: MailTransport,
  mail: StoredMail,
  { now, cut }: { now: number; cut: AbortSignal },
): Promise<MailOutcome> {
  const { expiresAt, messageId, createdAt, senderName, to, subject, text, html, locale } = mail;
  if (now >= toMillis(expiresAt)) {
    const problem = `It was not sent by ${toInstant(expiresAt)}; by now it would help nobody.`;
    return { sent: false, isFinal: true, mayHaveArrived: false, problem };
  }
  const date = new Date(toMillis(createdAt));
  const whole = { messageId: messageId!, date, fromName: senderName, to, subject, text, html, locale };
  return transport.send(whole, cut);
}

/** What was cut off is due at once, for whoever comes next. */
function nextAttempt(
  { attempts, expiresAt }: StoredMail,
  { now, random, cut }: { now: number; random: number; cut: AbortSignal },
): number | null {
  return cut.aborted ? now : mailRetryAt(attempts, { now, random, expiresAt: toMillis(expiresAt) });
}

/** How often a process looks, in milliseconds, and who hears of failures. */
export interface MailSenderOptions extends DeliveryPorts {
  crossTenant: Pick<CrossTenant, 'dueMails'>;
  queue: Queue;
  /** For retries, and for what a process that died has left; what this process commits wakes it at once. */
  pollMs?: number;
  /** Gathers what is committed in quick succession. */
  wakeMs?: number;
  onFailure: (error: unknown) => void;
}

const work = 'mail';

/** Finds what is due, and sends what the queue hands it. One in each process that knows a mail server. */
export class MailSender {
  readonly #options: MailSenderOptions;
  #timer: NodeJS.Timeout | undefined;
  #isWaking = false;
  #isStopped = false;
  #looking: Promise<void> = Promise.resolve();

  constructor(options: MailSenderOptions) {
    this.#options = options;
  }

  /** Looks and sends from now on by itself. */
  async start(): Promise<void> {
    await this.#options.queue.take<MailJob>(work, async (job, cut) => {
      // Something later may have waited for it.
      if (await deliverMail(this.#options, job, cut)) this.wake(1_000);
    });
    this.#schedule(0);
  }

  /** Says that there may be something to send. */
  wake(millis = this.#options.wakeMs ?? 50): void {
    if (this.#isWaking) return;
    this.#schedule(millis);
    this.#isWaking = true;
  }

  /** Finds nothing new; what the queue has handed over is the queue's to end. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  #schedule(millis: number): void {
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#isWaking = false;
      this.#looking = this.#look()
        .catch(this.#options.onFailure)
        .then(() => (this.#isWaking ? undefined : this.#schedule(this.#options.pollMs ?? 5_000)));
    }, millis);
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    const { crossTenant, clock, queue } = this.#options;
    const due = await crossTenant.dueMails(clock());
    await queue.add(
      work,
      due.map((job) => ({ key: job.mailId, data: job, expireMs: mailExpireMs })),
    );
  }
}
