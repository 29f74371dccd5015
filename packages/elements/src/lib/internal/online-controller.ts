import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether the browser has a network at all; the widget is rendered anew when that changes. */
export class OnlineController implements ReactiveController {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get isOnline(): boolean {
    return navigator.onLine;
  }

  hostConnected(): void {
    for (const name of ['online', 'offline']) window.addEventListener(name, this.#onChange);
  }

  hostDisconnected(): void {
    for (const name of ['online', 'offline']) window.removeEventListener(name, this.#onChange);
  }

  readonly #onChange = (): void => this.#host.requestUpdate();
}
