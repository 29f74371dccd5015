import { type ReactiveControllerHost, html } from 'lit';
import { rowList } from './row-list.ts';

/** Says in words what happens in a widget to those who do not see it. */
export class Announcer {
  readonly #host: ReactiveControllerHost;
  #said = { id: 0, text: '' };

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** What is to be said, for a live region: a new node each time, so that the same words are said again. */
  get said(): unknown {
    const { id, text } = this.#said;
    return rowList([{ key: String(id), render: () => html`<p>${text}</p>` }]);
  }

  /** Says something at once. */
  readonly say = (text: string): void => {
    this.note(text);
    this.#host.requestUpdate();
  };

  /** Says something with the rendering that is under way. */
  note(text: string): void {
    this.#said = { id: this.#said.id + 1, text };
  }
}
