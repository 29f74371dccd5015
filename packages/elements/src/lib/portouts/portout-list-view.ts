import type { ReachableAccount, Session } from '@numberdesk/core/access';
import type { PortOut } from '@numberdesk/core/portouts';
import type { DeadlineWords } from './portout-deadline.template.ts';

/** What the templates of the list need besides the requests; `now` stands still for a minute. */
export interface PortOutListView extends DeadlineWords {
  session: Session | null;
  /** In reach, as far as they are known. */
  accounts: readonly ReachableAccount[];
  /** A request as it is by now: what came a moment ago is so, and then whatever silence has made of it. */
  body: (portout: PortOut) => PortOut;
  isFresh: (portout: PortOut) => boolean;
  /** Where a request is to be seen by itself. */
  href: ((portout: PortOut) => string | null) | null;
  /** What the rows show besides their requests: while it is the same, so are they. */
  common: readonly unknown[];
  onOpen: (portout: PortOut, event: MouseEvent) => void;
}

/** The name of an account; its id while that is all that is known. */
export function portOutAccount(
  { account }: { account: string },
  { accounts, session }: PortOutListView,
): string {
  const own = session?.account;
  return [...accounts, own].find((one) => one?.id === account)?.name ?? account;
}
