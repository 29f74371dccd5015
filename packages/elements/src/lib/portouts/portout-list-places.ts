import type { Connection } from '@numberdesk/core/http';
import type { PortOut } from '@numberdesk/core/portouts';
import type { ReactiveController, ReactiveElement, TemplateResult } from 'lit';
import { addStyles } from '../internal/add-styles.ts';
import { LaterPart } from '../internal/later-part.controller.ts';
import { portOutInsideWords } from '../internal/locales/en-portout-inside.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { portOutsByRequest } from './portout-by-request.ts';
import type { PortOutCharges, PortOutChargesParts } from './portout-charges.ts';
import { PortOutInside } from './portout-inside.controller.ts';
import { portOutInsideStyles } from './portout-inside.styles.ts';
import { PortOutClosedEvent, PortOutOpenRequestEvent, PortOutOpenedEvent } from './portout-list.events.ts';
import { allPortOuts } from './portout-list-narrowing.ts';
import { type PortOutChoices, writePortOutChoices } from './portout-list-state.ts';
import type { ReviewSettings } from './portout-review-inside.ts';

bringEnglish(portOutInsideWords);

/** What is to be seen of the widget: a view of it, or a request that is open. */
export type PortOutPlace = PortOutChoices['view'] | 'inside';

/** What a page sets of a list. */
interface PortOutHost extends ReactiveElement, Omit<ReviewSettings, 'accounts'> {
  portout: string | null;
  request: string | null;
}

/** What there is of a list besides what its page sets. */
export interface PortOutPlacesParts extends PortOutChargesParts {
  place: () => PortOutPlace;
  /** Takes down what is to be seen, as it is written. */
  onChoice: (viewState: string) => void;
  /** What stands there until a part is here. */
  waiting: (part: { hasFailed: boolean }) => TemplateResult;
}

/** What can be in the place of a list: a request that is open, or the charges. */
export class PortOutPlaces implements ReactiveController {
  readonly #list: PortOutHost;
  readonly #parts: PortOutPlacesParts;
  readonly #inside: PortOutInside;
  readonly #charges: LaterPart<PortOutCharges>;
  #sought: string | null = null;

  constructor(list: PortOutHost, parts: PortOutPlacesParts) {
    const { place, view } = parts;
    this.#list = list;
    this.#parts = parts;
    addStyles(list, portOutInsideStyles);
    this.#inside = new PortOutInside(list, {
      id: () => (place() === 'inside' ? list.portout : null),
      settings: () => {
        const { client, locale, messages, timeZone } = list;
        return { client, locale, messages, timeZone, accounts: view().accounts };
      },
      texts: () => view().texts,
      onBack: () => this.#close(),
    });
    this.#charges = new LaterPart<PortOutCharges>(list, {
      isTime: () => place() === 'charges',
      load: async () => {
        const { portOutCharges } = await import('./portout-charges.ts');
        return portOutCharges(list, parts);
      },
    });
    list.addController(this);
  }

  /** Key of the row to go back to. */
  get held(): string | null {
    return this.#inside.held;
  }

  hostUpdated(): void {
    const { request, portout } = this.#list;
    const connection = this.#parts.connection();
    if (request === this.#sought || !connection) return;
    this.#sought = request;
    if (request && portout === null) void this.#seek(request, connection);
  }

  /** Somebody wants to see a request of the list. */
  want(portout: PortOut): void {
    if (!this.#list.dispatchEvent(new PortOutOpenRequestEvent(portout))) return;
    this.#inside.isSeen = true;
    this.#open(portout);
  }

  /** Something may have been booked. */
  refresh(): void {
    this.#charges.value?.refresh();
  }

  /** What stands in the place of the list. */
  render(): TemplateResult {
    if (this.#parts.place() === 'inside') return this.#inside.render();
    return this.#charges.value?.render() ?? this.#parts.waiting(this.#charges);
  }

  /** Opens the one request that a carrier's number finds, else shows what it finds. */
  async #seek(request: string, connection: Connection): Promise<void> {
    const { choice, onChoice } = this.#parts;
    const [hit, ...others] = await portOutsByRequest(connection, request).catch(() => []);
    if (this.#list.request !== request || this.#list.portout !== null) return;
    if (hit && others.length === 0) this.#open(hit);
    else onChoice(writePortOutChoices({ ...choice.state, ...allPortOuts, view: 'requests', q: request }));
  }

  #open(portout: PortOut): void {
    this.#list.portout = portout.id;
    this.#list.dispatchEvent(new PortOutOpenedEvent(portout));
  }

  #close(): void {
    const { portout } = this.#list;
    this.#list.portout = null;
    if (portout !== null) this.#list.dispatchEvent(new PortOutClosedEvent(portout));
  }
}
