import { type Session, getSession } from '@numberdesk/core/access';
import { type Connection, isPortalError } from '@numberdesk/core/http';
import { LitElement, type PropertyDeclarations } from 'lit';
import { type Clock, systemClock } from './clock.ts';
import { type DefinableElement, defineElement } from './define-element.ts';
import { Formats } from './formats.ts';
import { LanguageController } from './language-controller.ts';
import type { Localizer, MessageOverrides } from './localize.ts';
import { PortalConsumer } from './portal-context.ts';
import { SessionExpiredEvent } from './portal.events.ts';
import { type Resource, ResourceController } from './resource-controller.ts';
import { version } from './version.ts';

/** What a widget can be in besides showing its data; CSS sees it as `:state(loading)`. */
export const elementStates = ['loading', 'error', 'empty', 'forbidden'] as const;

export type ElementState = (typeof elementStates)[number];

/** Session codes: whoever is here has to come in again. */
const sessionCodes: readonly string[] = ['session-expired', 'unauthenticated'];

/** Connections whose session is known to be over, and whether the page deals with that itself. */
const ended = new WeakMap<Connection, boolean>();

let browserZone: string | null = null;

/** The browser's own, asked for once: that is slow. */
const ownZone = () => (browserZone ??= new Intl.DateTimeFormat().resolvedOptions().timeZone);

/** What every widget has: a portal to be in, a session, a language, states and a way to be registered. */
export abstract class PortalElement extends LitElement {
  /** Tag that the element has unless another is chosen. */
  static readonly tag: string = '';
  /** Version of the kit. */
  static readonly version = version;

  /** What Lit follows. */
  static override properties: PropertyDeclarations = {
    locale: {},
    messages: { attribute: false },
    client: { attribute: false },
    timeZone: { attribute: 'time-zone' },
  };

  /**
   * Registers a fresh subclass, by default under the element's own tag. A tag that is taken stays as it is, with a
   * warning in the console where its version differs.
   */
  static define(tag: string = this.tag, registry?: CustomElementRegistry): void {
    defineElement(this as unknown as DefinableElement, tag, registry);
  }

  /** Language tag, such as `ar-EG`. Without it, the nearest `lang` counts, then the session's language, then the browser's. */
  locale: string | null = null;

  /** Texts to put in place of the kit's own, by key. */
  messages: MessageOverrides | null = null;

  /** The connection to use in place of the portal's. */
  client: Connection | null = null;

  /** IANA name of the zone that dates are in; the account's unless given, else the browser's. */
  timeZone: string | null = null;

  readonly #internals = this.attachInternals();
  readonly #portal = new PortalConsumer(this);
  readonly #ownSession = new ResourceController<Connection, Session>(this, {
    source: () => (this.#servingPortal ? null : this.client),
    load: (client, signal) => client.call(getSession, {}, { signal }),
  });
  readonly #language = new LanguageController(this, () => ({
    own: this.locale,
    portal: this.#portal.value,
    session: this.session.data?.locale ?? null,
    overrides: [this.#portal.value?.messages, this.messages],
  }));
  #formats: Formats | null = null;
  #told: unknown = null;
  #leftToPage: unknown = null;

  /** The widget's own connection, else the portal's. */
  protected get connection(): Connection | null {
    return this.client ?? this.#portal.value?.connection ?? null;
  }

  /** Who is here, by the connection that the widget uses. */
  protected get session(): Resource<Session> {
    return this.#servingPortal?.session ?? this.#ownSession.value;
  }

  protected retrySession(): void {
    this.forgetSessionEnd();
    (this.#servingPortal?.retrySession ?? this.#ownSession.reload)();
  }

  protected get clock(): Clock {
    return this.#portal.value?.clock ?? systemClock;
  }

  protected get texts(): Localizer {
    return this.#language.texts;
  }

  /** Whether the texts of the widget's language have arrived. */
  protected get hasTexts(): boolean {
    return this.#language.isReady;
  }

  /** The zone that dates are in. */
  protected get zone(): string {
    return this.#toldZone ?? ownZone();
  }

  get #toldZone(): string | undefined {
    return this.timeZone ?? this.session.data?.account?.timeZone;
  }

  /** Numbers and dates, in the account's time zone; staff, who have no account, read them in their own. */
  protected get formats(): Formats {
    const { locale } = this.texts;
    // The browser's own zone counts where none is told, and need not be asked for: that is slow.
    const zone = this.#toldZone;
    if (!this.#formats?.isFor(locale, zone)) this.#formats = new Formats(locale, zone);
    return this.#formats;
  }

  /** Sets the one state that CSS sees, or none. */
  protected showState(state: ElementState | null): void {
    for (const name of elementStates) this.#internals.states[name === state ? 'add' : 'delete'](name);
  }

  /** What the widget could not get, if anything. */
  protected get failure(): unknown {
    return null;
  }

  /** Whether the page has said that it deals with the end of the session itself. */
  protected get isLeftToPage(): boolean {
    return this.#leftToPage !== null && this.#leftToPage === this.failure;
  }

  /** Whoever asks again wants to hear again. */
  protected forgetSessionEnd(): void {
    if (this.connection) ended.delete(this.connection);
  }

  protected override updated(): void {
    const error = this.failure;
    if (error === this.#told || !isPortalError(error) || !sessionCodes.includes(error.code)) return;
    this.#told = error;
    // One page is told once, however many widgets it has.
    const { connection } = this;
    const isLeft =
      (connection && ended.get(connection)) ?? !this.dispatchEvent(new SessionExpiredEvent(error));
    if (connection) ended.set(connection, isLeft);
    if (!isLeft) return;
    this.#leftToPage = error;
    this.requestUpdate();
  }

  /** The portal, where the widget uses its connection. */
  get #servingPortal() {
    const portal = this.#portal.value;
    return portal?.connection === this.connection ? portal : null;
  }
}
