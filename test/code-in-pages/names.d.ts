// What the code in the pages takes for granted: elements that are in the reader's page, and what is the reader's own.
import type { NumberImporter } from '@numberdesk/elements/number-importer-element';
import type { NumberdeskPortal } from '@numberdesk/elements/numberdesk-portal-element';
import type { OrderDetail } from '@numberdesk/elements/order-detail-element';
import type { OrderTable } from '@numberdesk/elements/order-table-element';
import type { PortOutList } from '@numberdesk/elements/portout-list-element';
import type { PortOutReview } from '@numberdesk/elements/portout-review-element';
import type { Order, OrderEvent } from '@numberdesk/core/orders';
import type { NumberdeskServer } from '@numberdesk/server';

declare global {
  const table: OrderTable;
  const detail: OrderDetail;
  const importer: NumberImporter;
  const list: PortOutList;
  const review: PortOutReview;
  const portal: NumberdeskPortal;
  const numberdesk: NumberdeskServer;
  const router: { open(path: string): void };
  const app: {
    all(path: string, answer: (context: { req: { raw: Request } }) => Promise<Response>): void;
    post(path: string, answer: (request: Request, response: { json(body: unknown): void }) => void): void;
  };
  const request: Request;
  const address: string;
  const signal: AbortSignal;
  const order: Order;
  const now: number;
  const baseUrl: string;
  const fetchSession: (signal: AbortSignal) => Promise<{ token: string; expiresAt: string }>;
  function myOrder(): Promise<Order>;
  function myOrders(): Promise<Order[]>;
  function myHistory(): Promise<OrderEvent[]>;
  function projectOf(number: string): string;
  function invoiceLink(order: Order): HTMLAnchorElement;
  function whoIsLoggedIn(
    request: Request,
  ): Promise<{ id: string; name: string; account: string; isAdmin: boolean }>;
  function show(order: unknown): void;
  function readTheListAnew(): Promise<void>;
}
