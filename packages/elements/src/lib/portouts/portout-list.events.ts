import type { PortOut } from '@numberdesk/core/portouts';

/** A person wants to see a request. Cancel it to open the request in the page's own way. */
export class PortOutOpenRequestEvent extends Event {
  readonly portout: PortOut;

  constructor(portout: PortOut) {
    super('portout-open-request', { bubbles: true, composed: true, cancelable: true });
    this.portout = portout;
  }
}

/** A request has been opened inside the list. Keep its `id` in your address to give it back to the list later. */
export class PortOutOpenedEvent extends Event {
  readonly portout: PortOut;

  constructor(portout: PortOut) {
    super('portout-opened', { bubbles: true, composed: true });
    this.portout = portout;
  }
}

/** The request that was open inside the list is closed, and the list is there again. */
export class PortOutClosedEvent extends Event {
  readonly id: string;

  constructor(id: string) {
    super('portout-closed', { bubbles: true, composed: true });
    this.id = id;
  }
}

declare global {
  interface HTMLElementEventMap {
    'portout-open-request': PortOutOpenRequestEvent;
    'portout-opened': PortOutOpenedEvent;
    'portout-closed': PortOutClosedEvent;
  }
}
