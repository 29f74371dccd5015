import type { PortalEvent } from '@numberdesk/core/http';
import {
  type PortOut,
  type PortOutDetail,
  getPortOut,
  portOutChangedSchema,
} from '@numberdesk/core/portouts';
import type { ReactiveControllerHost } from 'lit';
import {
  DetailFeedController,
  type DetailFeedOptions,
  type DetailSource,
  type LoadedDetail,
} from '../internal/detail-feed.controller.ts';
import { portOutsByRequest } from './portout-by-request.ts';

/** What came of looking for a request: it, or the several that a search has found, or none. */
export interface FoundPortOut {
  readonly detail: PortOutDetail | null;
  /** What a search has found, if not exactly one. */
  readonly hits: readonly PortOut[];
}

/** What the feed needs of its widget; the key is our id, and the carrier's number in place of one. */
export type PortOutFeedParts = Pick<
  DetailFeedOptions<FoundPortOut>,
  'connection' | 'key' | 'clock' | 'onChange'
>;

/** Loads one request with all that is known of it, and keeps it right by the events that follow. */
export const portOutReviewFeed = (host: ReactiveControllerHost, parts: PortOutFeedParts) =>
  new DetailFeedController<FoundPortOut>(host, { ...parts, load, newest, take });

/** A request that has been found. */
export const foundPortOut = (detail: PortOutDetail): FoundPortOut => ({ detail, hits: [] });

/** Whether an answer shows a request as it is, by what is known of it. */
export const isNewsOf = (detail: PortOutDetail, known: PortOutDetail | null): boolean =>
  detail.id === known?.id && detail.version >= known.version;

async function load(
  { connection, key: [own = null, request = null] }: DetailSource,
  signal: AbortSignal,
): Promise<LoadedDetail<FoundPortOut>> {
  const hits = own === null ? await portOutsByRequest(connection, request ?? '', signal) : [];
  const id = own ?? (hits.length === 1 ? hits[0]?.id : undefined);
  if (id === undefined) return { data: { detail: null, hits }, feed: null };
  const detail = await connection.call(getPortOut, { id }, { signal });
  return { data: foundPortOut(detail), feed: detail.feed };
}

function newest(loaded: FoundPortOut, known: FoundPortOut): FoundPortOut {
  const [now, before] = [loaded.detail, known.detail];
  return now && before?.id === now.id && before.version > now.version ? known : loaded;
}

function take({ type, data }: PortalEvent, { detail }: FoundPortOut): FoundPortOut | null {
  const told = type === 'portout.changed' ? portOutChangedSchema.safeParse(data) : null;
  if (!told?.success || !detail) return null;
  const { portout } = told.data;
  return portout.id === detail.id && portout.version > detail.version
    ? foundPortOut({ ...detail, ...portout })
    : null;
}
