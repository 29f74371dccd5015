/** A person has chosen to see something else of a list. Keep `viewState` to give it back to the widget later. */
export class ListViewChangedEvent extends Event {
  readonly viewState: string;

  constructor(viewState: string) {
    super('view-state-changed', { bubbles: true, composed: true });
    this.viewState = viewState;
  }
}
