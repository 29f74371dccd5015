import type { PortalError } from '@numberdesk/core/http';

/** The session is over and could not be renewed. Cancel it to say so in the page's own way. */
export class SessionExpiredEvent extends Event {
  readonly error: PortalError;

  constructor(error: PortalError) {
    super('session-expired', { bubbles: true, composed: true, cancelable: true });
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    'session-expired': SessionExpiredEvent;
  }
}
