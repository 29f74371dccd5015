import type { Operation } from '@numberdesk/core/http';
import type { Exchange } from './exchange.ts';

/** Answers what is sent to one address with one method. */
export interface Endpoint {
  method: Operation['method'];
  /** From the root, parameters in braces: `/v1/orders/{number}`. */
  path: string;
  answer(exchange: Exchange): Response | Promise<Response>;
}
