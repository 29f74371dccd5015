import type { Database, TenantId } from '../db/database.ts';
import type { WebhookMessage } from './webhook-message.ts';
import type { PostWebhook, WebhookAnswer } from './webhook-post.ts';
import { nextJob, release } from './webhook-queue.ts';
import { record } from './webhook-record.ts';
import { webhookHeaders } from './webhook-signature.ts';
import { type Turn, webhookTurnStore } from './webhook-turn.store.ts';

/** What sending takes from outside. */
export interface WebhookPorts {
  database: Pick<Database, 'write'>;
  post: PostWebhook;
  /** Milliseconds since 1970. */
  clock: () => number;
  ids: () => string;
  /** From 0 up to 1. */
  random: () => number;
  /** What the request says of its sender. */
  userAgent: string;
}

/** Longer than the longest attempt: whoever is slower than this has died, and another process goes on. */
const leaseMs = 60_000;
/** What ends a turn, so that a long backlog or a slow receiver lets others in between. */
const longestTurn = { deliveries: 100, millis: 30_000 };

/**
 * Sends what is due at one endpoint, one after the other, the oldest event first. Whatever is sent has been written
 * down before and is recorded after: a process that dies between the two leaves it to be sent again under the same
 * id. `true` when it has sent something: there may be more by now.
 */
export async function takeTurn(
  ports: WebhookPorts,
  { tenant, endpointId }: { tenant: TenantId; endpointId: string },
  { stopping, cut }: { stopping: AbortSignal; cut: AbortSignal },
): Promise<boolean> {
  const { database, clock, ids, random } = ports;
  const endsAt = clock() + longestTurn.millis;
  const turn: Turn = { endpointId, lease: ids() };
  let job = await database.write(tenant, async (tx) => {
    const now = clock();
    const claimed = await webhookTurnStore(tx, turn).claim({ now, until: now + leaseMs });
    return claimed && nextJob(tx, turn, claimed, now);
  });
  let sent = 0;
  while (job) {
    const answer = await attempt(ports, job.message, cut);
    const { delivery } = job;
    sent++;
    job = await database.write(tenant, async (tx) => {
      const now = clock();
      const webhook = await webhookTurnStore(tx, turn).renew(now + leaseMs);
      if (!webhook) return null;
      const left =
        answer === null
          ? webhook
          : await record(tx, turn, webhook, { delivery, answer, now, random: random() });
      const isOver = stopping.aborted || sent >= longestTurn.deliveries || now >= endsAt;
      return isOver ? release(tx, turn, now) : nextJob(tx, turn, left, now);
    });
  }
  return sent > 0;
}

/** `null` when it was cut off before there was an answer. */
async function attempt(
  { post, clock, userAgent }: WebhookPorts,
  { id, url, body, secrets }: WebhookMessage,
  cut: AbortSignal,
): Promise<WebhookAnswer | null> {
  const timestamp = Math.floor(clock() / 1000);
  const headers = {
    'content-type': 'application/json',
    'user-agent': userAgent,
    ...webhookHeaders({ id, timestamp, body }, secrets),
  };
  try {
    return await post({ url, headers, body, signal: cut });
  } catch (error) {
    if (cut.aborted) return null;
    throw error;
  }
}
