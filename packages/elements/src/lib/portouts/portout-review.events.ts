import type { PortOutDetail, Rejection } from '@numberdesk/core/portouts';
import type { CalendarDate } from '@numberdesk/core/time';

const outOfShadowRoots = { bubbles: true, composed: true };

/** A person has decided to accept a request. Cancel it, and the widget sends nothing. */
export class PortOutAcceptRequestEvent extends Event {
  readonly portout: PortOutDetail;
  /** The day on which the numbers are to leave. */
  readonly focDate: CalendarDate;

  constructor(portout: PortOutDetail, focDate: CalendarDate) {
    super('portout-accept-request', { ...outOfShadowRoots, cancelable: true });
    this.portout = portout;
    this.focDate = focDate;
  }
}

/** A person has decided to reject a request. Cancel it, and the widget sends nothing; what was entered stays. */
export class PortOutRejectRequestEvent extends Event {
  readonly portout: PortOutDetail;
  readonly rejection: Rejection;

  constructor(portout: PortOutDetail, rejection: Rejection) {
    super('portout-reject-request', { ...outOfShadowRoots, cancelable: true });
    this.portout = portout;
    this.rejection = rejection;
  }
}

/** A request has been accepted by the person in front of the widget; the server has said so. */
export class PortOutAcceptedEvent extends Event {
  /** As it is now. */
  readonly portout: PortOutDetail;

  constructor(portout: PortOutDetail) {
    super('portout-accepted', outOfShadowRoots);
    this.portout = portout;
  }
}

/** A request has been rejected by the person in front of the widget; the server has said so. */
export class PortOutRejectedEvent extends Event {
  /** As it is now. */
  readonly portout: PortOutDetail;
  readonly rejection: Rejection;

  constructor(portout: PortOutDetail, rejection: Rejection) {
    super('portout-rejected', outOfShadowRoots);
    this.portout = portout;
    this.rejection = rejection;
  }
}

declare global {
  interface HTMLElementEventMap {
    'portout-accept-request': PortOutAcceptRequestEvent;
    'portout-reject-request': PortOutRejectRequestEvent;
    'portout-accepted': PortOutAcceptedEvent;
    'portout-rejected': PortOutRejectedEvent;
  }
}
