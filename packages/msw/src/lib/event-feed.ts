import { type Permission, isInScope } from '@numberdesk/core/access';
import { type InstantLike, toInstant } from '@numberdesk/core/time';

/** Something that happened, and who may hear of it. */
export interface FeedEvent {
  position: number;
  type: string;
  data: Record<string, unknown>;
  permission: Permission;
  /** The account's way from the top. */
  path: readonly string[];
}

/** Who watches, and so what they may hear. */
export interface Reader {
  account: string | null;
  may(permission: Permission): boolean;
}

/** One open stream. */
export interface Listener {
  event(event: FeedEvent): void;
  /** The stream is over; with a farewell when that is because the session is. */
  end(reason: 'reauth' | 'cut'): void;
}

/** The event feed of the mock. */
export interface EventFeed {
  readonly position: number;
  append(event: Omit<FeedEvent, 'position'> & { at: InstantLike }): void;
  /** What came after a position; `null` when the feed does not go back so far, or has not come so far. */
  after(position: number): FeedEvent[] | null;
  /** Forgets all events, so that whoever resumes from before is sent a reset. */
  forget(): void;
  /** Ends every open stream. */
  end(reason: 'reauth' | 'cut'): void;
  listen(listener: Listener): () => void;
}

export function createEventFeed(): EventFeed {
  const events: FeedEvent[] = [];
  const listeners = new Set<Listener>();
  let position = 0;
  let forgotten = 0;
  return {
    get position() {
      return position;
    },
    append({ at, data, ...rest }) {
      position++;
      const event = { ...rest, position, data: { id: position, at: toInstant(at), ...data } };
      events.push(event);
      for (const listener of [...listeners]) listener.event(event);
    },
    after(from) {
      if (from < forgotten || from > position) return null;
      return events.filter((event) => event.position > from);
    },
    forget() {
      forgotten = ++position;
      events.length = 0;
    },
    end(reason) {
      for (const listener of [...listeners]) listener.end(reason);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Whether a reader may hear of an event (ACC-1, ACC-2). */
export function isFor({ account, may }: Reader, { permission, path }: FeedEvent): boolean {
  return may(permission) && isInScope(account, path);
}
