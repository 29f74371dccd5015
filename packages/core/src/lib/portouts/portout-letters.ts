/** What a letter about a request tells of; an answer of the provider's has two, a verdict three, by what follows from it. */
export type PortOutLetterKind =
  | 'received'
  | 'half-time'
  | 'last-hour'
  | 'overdue'
  | 'accepted-for'
  | 'rejected-for'
  | 'valid'
  | 'going-on'
  | 'sent-back'
  | 'silence'
  | 'completed'
  | 'canceled';

/** Letters that tell of what a verdict says. */
export const verdictLetters: readonly PortOutLetterKind[] = ['valid', 'going-on', 'sent-back'];

/** Letters that tell of an answer that was given in the account's stead. */
export const answerLetters: readonly PortOutLetterKind[] = ['accepted-for', 'rejected-for'];

/** An event of a request's history, and whose people did it, where somebody did. */
export interface LetteredEvent {
  event: string;
  /** The status before; `null` for a request that has just come. */
  from: string | null;
  to: string;
  side?: 'customer' | 'provider' | undefined;
}

const letters: Readonly<Record<string, PortOutLetterKind>> = {
  received: 'received',
  'find-valid': 'valid',
  silence: 'silence',
};

/** An answer that the provider gave in the account's stead. */
const answersFor: Readonly<Record<string, PortOutLetterKind>> = {
  accept: 'accepted-for',
  reject: 'rejected-for',
};

/**
 * What the owner of an account and its recipients are written of an event; of what they did themselves, nothing: `null`
 * (POR-1, POR-5, POR-6, POR-9).
 */
export function portOutLetterKind({ event, from, to, side }: LetteredEvent): PortOutLetterKind | null {
  const hasEnded = from !== null && from !== to;
  if (hasEnded && to === 'ported-out') return 'completed';
  if (hasEnded && to === 'canceled') return 'canceled';
  if (event === 'find-invalid') return to === 'pending' ? 'sent-back' : 'going-on';
  return (side === 'provider' ? answersFor[event] : undefined) ?? letters[event] ?? null;
}

/** What the evidence of a request says that a mail told of. */
export function portOutMailKind(kind: PortOutLetterKind): string {
  if (answerLetters.includes(kind)) return 'answered';
  return verdictLetters.includes(kind) ? 'verdict' : kind;
}

/** Whom the mails of an account go to: its owner and whoever else is named, each once (POR-1). */
export function mailRecipients({
  owner,
  recipients,
}: {
  owner: { name: string; email: string };
  recipients: readonly string[];
}): { address: string; name: string | null }[] {
  const all = [
    { address: owner.email, name: owner.name },
    ...recipients.map((address) => ({ address, name: null })),
  ];
  const seen = new Set<string>();
  return all.filter(({ address }) => {
    const isNew = !seen.has(address.toLowerCase());
    seen.add(address.toLowerCase());
    return isNew;
  });
}
