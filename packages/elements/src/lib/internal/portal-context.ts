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

/** Is told of the portal, and again whenever it changes; `stop` ends that. */
type Follower = (portal: Portal | null, stop: () => void) => void;

/** The same for every copy of the kit on a page, as long as {@link Portal} keeps its shape. */
const context = Symbol.for('@numberdesk/elements/portal/1');

const upThroughShadowRoots = { bubbles: true, composed: true };

/** Asks the nearest portal around an element, by the protocol that web components share for this. */
export class PortalRequest extends Event {
  readonly context = context;
  readonly subscribe = true;
  readonly callback: Follower;

  constructor(callback: Follower) {
    super('context-request', upThroughShadowRoots);
    this.callback = callback;
  }
}

/** Follows the nearest portal around a widget, also one that is defined or inserted later than the widget. */
export class PortalConsumer implements ReactiveController {
  readonly #host: ReactiveElement;
  #stop: (() => void) | null = null;
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
    this.#value = null;
    this.#ask();
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#ask);
    this.#stop?.();
    this.#stop = null;
  }

  readonly #ask = (): void => {
    this.#host.dispatchEvent(new PortalRequest(this.#follow));
  };

  readonly #follow: Follower = (portal, stop) => {
    if (stop !== this.#stop) this.#stop?.();
    this.#stop = stop;
    this.#value = portal;
    this.#host.requestUpdate();
  };
}

/** Hands a portal to whoever asks from inside it, and says when it is there. */
export class PortalProvider implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #followers = new Map<Follower, () => void>();
  #value: Portal | null = null;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
    host.addEventListener('context-request', (event) => {
      if ((event as PortalRequest).context !== context) return;
      event.stopPropagation();
      this.#add((event as PortalRequest).callback);
    });
  }

  hostConnected(): void {
    this.#host.dispatchEvent(new Event('context-provider', upThroughShadowRoots));
  }

  set(value: Portal): void {
    this.#value = value;
    for (const [follow, stop] of this.#followers) follow(value, stop);
  }

  #add(follow: Follower): void {
    const stop = this.#followers.get(follow) ?? (() => this.#followers.delete(follow));
    this.#followers.set(follow, stop);
    follow(this.#value, stop);
  }
}
