import { type Session, getSession } from '@numberdesk/core/access';
import { type Connection, type FetchSession, connect } from '@numberdesk/core/http';
import { LitElement, type PropertyDeclarations, html } from 'lit';
import { type Clock, systemClock } from '../internal/clock.ts';
import { type DefinableElement, defineElement } from '../internal/define-element.ts';
import type { MessageOverrides } from '../internal/localize.ts';
import { PortalProvider } from '../internal/portal-context.ts';
import { ResourceController } from '../internal/resource-controller.ts';
import { version } from '../internal/version.ts';
import { portalStyles } from './numberdesk-portal.styles.ts';

/**
 * Connects the widgets inside it to one server, in one session, language and theme. It has no box of its own.
 *
 * @summary Connection, session, language and theme for the widgets inside.
 * @slot - The page, with widgets anywhere in it.
 *
 * @example
 * ```html
 * <numberdesk-portal base-url="/numberdesk" theme="auto"><order-table></order-table></numberdesk-portal>
 * ```
 */
export class NumberdeskPortal extends LitElement {
  /** Tag that the element has unless another is chosen. */
  static readonly tag: string = 'numberdesk-portal';
  /** Version of the kit. */
  static readonly version = version;
  /** What Lit follows. */
  static override properties: PropertyDeclarations = {
    baseUrl: { attribute: 'base-url' },
    locale: {},
    theme: { reflect: true },
    fetchSession: { attribute: false },
    client: { attribute: false },
    messages: { attribute: false },
    clock: { attribute: false },
  };
  /** Styles of the element. */
  static override styles = portalStyles;

  /** Registers a fresh subclass, by default as `<numberdesk-portal>`; a tag that is taken stays as it is. */
  static define(tag: string = this.tag, registry?: CustomElementRegistry): void {
    defineElement(this as unknown as DefinableElement, tag, registry);
  }

  /** Where the server is mounted, without `/v1`; relative to the page if relative. */
  baseUrl: string | null = null;

  /** Language tag of all inside, such as `ar-EG`, unless a nearer `lang` says otherwise. */
  locale: string | null = null;

  /** `light`, `dark` or `auto` (as the system has it); without it, the page's own `color-scheme` counts. */
  theme: 'light' | 'dark' | 'auto' | null = null;

  /** Gets a fresh session from your own server; called whenever one is needed. */
  fetchSession: FetchSession | null = null;

  /** A connection of your own, in place of `base-url` and `fetchSession`. */
  client: Connection | null = null;

  /** Texts to put in place of the kit's own, in every widget inside, by key. */
  messages: MessageOverrides | null = null;

  /** Where time comes from; the machine's own unless given. */
  clock: Clock = systemClock;

  #connection: Connection | null = null;
  readonly #session = new ResourceController<Connection, Session>(this, {
    source: () => this.#connection,
    load: (connection, signal) => connection.call(getSession, {}, { signal }),
  });
  readonly #provider = new PortalProvider(this);

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('client') || changed.has('baseUrl') || changed.has('fetchSession') || !this.hasUpdated) {
      this.#connection = this.client ?? this.#connect();
    }
  }

  // After the controllers have looked at this update: the session is then that of the present connection.
  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    this.#provider.set({
      element: this,
      connection: this.#connection,
      session: this.#session.value,
      retrySession: this.#session.reload,
      locale: this.locale,
      messages: this.messages,
      clock: this.clock,
    });
  }

  protected override render() {
    return html`<slot></slot>`;
  }

  #connect(): Connection | null {
    const { baseUrl, fetchSession } = this;
    return baseUrl !== null && fetchSession ? connect({ baseUrl, fetchSession }) : null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'numberdesk-portal': NumberdeskPortal;
  }
}
