import { ContextEvent, createContext } from '@lit/context';
import type { Session } from '@numberdesk/core/access';
import type { Connection } from '@numberdesk/core/http';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { Clock } from './clock.ts';
import type { MessageOverrides } from './localize.ts';
import type { Resource } from './resource-controller.ts';

/** What a portal hands to the widgets inside it. */
export interface Portal {
  readonly element: Element;
  readonly connection: Connection | null;
  readonly session: Resource<Session>;
  readonly retrySession: () => void;
  readonly locale: string | null;
  readonly messages: MessageOverrides | null;
  readonly clock: Clock;
}

/** The same for every copy of the kit on a page, as long as {@link Portal} keeps its shape. */
export const portalContext = createContext<Portal>(Symbol.for('@numberdesk/elements/portal/1'));

/** Follows the nearest portal around a widget, also one that is defined or inserted later than the widget. */
export class PortalConsumer implements ReactiveController {
  readonly #host: ReactiveElement;
  #unsubscribe: (() => void) | undefined;
  #value: Portal | null = null;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  get value(): Portal | null {
    return this.#value;
  }

  hostConnected(): void {
    document.addEventListener('context-provider', this.#ask);
    this.#ask();
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#ask);
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  // A provider that wakes up takes over the subscriptions of the one above it, but not of those who had none.
  readonly #ask = (): void => {
    if (this.#unsubscribe) return;
    this.#host.dispatchEvent(new ContextEvent(portalContext, this.#host, this.#take, true));
  };

  readonly #take = (value: Portal | undefined, unsubscribe?: () => void): void => {
    if (unsubscribe !== this.#unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    this.#value = value ?? null;
    this.#host.requestUpdate();
  };
}
