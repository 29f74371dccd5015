import { permissions } from '@numberdesk/core/access';
import type { Database, TenantId } from '../db/database.ts';
import { eventStore } from './event.store.ts';
import { TenantFeed } from './tenant-feed.ts';

/** How events reach those who watch. */
export interface EventFeed {
  /** The tenant's feed, from `position` on if nobody watches it yet; `leave` it once. */
  join(tenant: TenantId, position: number): { feed: TenantFeed; leave(): void };
  /** Says that this process has just committed something. */
  changed(tenant: TenantId): void;
  close(): void;
}

const atOnce = 200;

/**
 * What this process commits is sent at once; what others commit is looked for from time to time, in one statement
 * for all tenants that somebody watches.
 */
export function createEventFeed(
  database: Pick<Database, 'read' | 'crossTenant'>,
  { pollMs, onFailure }: { pollMs: number; onFailure: (error: unknown) => void },
): EventFeed {
  const watched = new Map<TenantId, { feed: TenantFeed; watchers: number }>();
  let timer: NodeJS.Timeout | null = null;

  const advance = (feed: TenantFeed) => void feed.advance().catch(onFailure);

  async function poll(): Promise<void> {
    const positions = await database.crossTenant.feedPositions([...watched.keys()]);
    for (const [tenant, position] of positions) {
      const feed = watched.get(tenant)?.feed;
      if (feed && position > feed.head) advance(feed);
    }
  }

  function schedule(): void {
    timer ??= setTimeout(() => {
      void poll()
        .catch(onFailure)
        .finally(() => {
          timer = null;
          if (watched.size > 0) schedule();
        });
    }, pollMs);
  }

  function open(tenant: TenantId, position: number): TenantFeed {
    const request = { scope: null, permissions, limit: atOnce };
    return new TenantFeed(position, (position) =>
      database.read(tenant, (tx) => eventStore(tx).after({ ...request, position })),
    );
  }

  return {
    join(tenant, position) {
      let entry = watched.get(tenant);
      if (!entry) {
        entry = { feed: open(tenant, position), watchers: 0 };
        watched.set(tenant, entry);
        advance(entry.feed);
      }
      const { feed } = entry;
      entry.watchers++;
      schedule();
      return {
        feed,
        leave() {
          if (entry && --entry.watchers === 0) watched.delete(tenant);
        },
      };
    },
    changed(tenant) {
      const entry = watched.get(tenant);
      if (entry) advance(entry.feed);
    },
    close() {
      if (timer) clearTimeout(timer);
      watched.clear();
    },
  };
}
