import type { Connection } from '@numberdesk/core/http';
import {
  type PortOut,
  type PortOutPage,
  type PortOutQuery,
  listPortOuts,
  portOutRequestKey,
} from '@numberdesk/core/portouts';

/** Pages of hits that are looked through at most, and how many hits one has. */
const hitPages = 5;
const hitsPerPage = 200;

/**
 * The requests with a carrier's number, in any case; where none has just that, those whose number begins so, or that
 * have it among theirs (POR-2).
 */
export async function portOutsByRequest(
  connection: Connection,
  request: string,
  signal?: AbortSignal,
): Promise<PortOut[]> {
  const options = signal ? { signal } : {};
  const found: PortOut[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < hitPages && (page === 0 || cursor !== null); page++) {
    const query: Partial<PortOutQuery> = {
      q: request,
      limit: hitsPerPage,
      ...(cursor === null ? {} : { cursor }),
    };
    const { data, next }: PortOutPage = await connection.call(listPortOuts, query, options);
    found.push(...data);
    cursor = next;
  }
  const key = portOutRequestKey(request);
  const same = found.filter((portout) => portOutRequestKey(portout.request) === key);
  return same.length > 0 ? same : found;
}
