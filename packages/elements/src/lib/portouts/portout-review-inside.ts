import type { ReachableAccount } from '@numberdesk/core/access';
import type { Connection } from '@numberdesk/core/http';
import type { MessageOverrides } from '../internal/localize.ts';
import { insideFrameStyles } from './portout-inside-frame.styles.ts';
import { PortOutReview } from './portout-review.element.ts';

/** What a review has in common with the list that it is in. */
export interface ReviewSettings {
  client: Connection | null;
  locale: string | null;
  messages: MessageOverrides | null;
  timeZone: string | null;
  /** In reach, as far as they are known. */
  accounts: readonly ReachableAccount[];
}

/** A review inside a list. */
export interface InsideReview {
  readonly element: HTMLElement;
  /** Shows a request. */
  show: (id: string, settings: ReviewSettings) => void;
  /** Leads to the heading, as soon as it is there and as long as nobody has gone elsewhere. */
  focusHeading: (isWaited: () => boolean) => Promise<void>;
}

/** A tag that no other copy of the kit has taken: pages do not see it. */
function freeTag(serial = 1): string {
  const tag = `portout-review-inside-${serial}`;
  return customElements.get(tag) ? freeTag(serial + 1) : tag;
}

/** A review that stands on what the list stands on, and knows the accounts that the list knows. */
const makeInside = () =>
  class extends PortOutReview {
    static override readonly styles = [...PortOutReview.styles, insideFrameStyles];
    static override readonly properties = { accounts: { attribute: false } };

    accounts: readonly ReachableAccount[] = [];

    protected override accountName(id: string): string {
      return this.accounts.find((account) => account.id === id)?.name ?? super.accountName(id);
    }
  };

let Inside: typeof PortOutReview | null = null;

/** Makes a review of this copy's own class, whatever the page calls its reviews. */
export function insideReview(): InsideReview {
  if (!Inside) customElements.define(freeTag(), (Inside = makeInside()));
  const element = new Inside();
  return {
    element,
    show: (portout, settings) => void Object.assign(element, settings, { portout }),
    async focusHeading(isWaited) {
      await element.updateComplete;
      const root = element.renderRoot as ShadowRoot;
      const go = () => {
        const heading = root.querySelector<HTMLElement>('h1, h2, h3, h4, h5, h6, [role=heading]');
        if (heading) heading.tabIndex = -1;
        if (heading && isWaited()) heading.focus();
        return heading !== null || !isWaited();
      };
      if (go()) return;
      const observer = new MutationObserver(() => go() && observer.disconnect());
      observer.observe(root, { childList: true, subtree: true });
    },
  };
}
