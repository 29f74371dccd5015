import type { Caller } from './caller.ts';

/** One request on its way through; what is found out about it is written down here for the log and the answer. */
export interface Exchange {
  readonly request: Request;
  readonly url: URL;
  readonly requestId: string;
  /** Milliseconds since 1970 when it came in; the same for everything it causes. */
  readonly now: number;
  /** Where it comes from, as it is counted; `null` where the host does not say. */
  readonly address: string | null;
  /** What every answer to it carries. */
  readonly headers: Record<string, string>;
  /** The pattern of its address, never the address itself; `null` for an unknown one. */
  route: string | null;
  /** From the address, not yet parsed. */
  params: Record<string, string>;
  /** Such as `orders.place`. */
  operation: string | null;
  caller: Caller | null;
}
