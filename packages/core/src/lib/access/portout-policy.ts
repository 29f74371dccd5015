/** Money in the smallest unit of its currency: `{ amountMinor: 150, currency: 'USD' }` is a dollar and a half. */
export type Money = {
  /** A whole number; below zero for a credit. */
  amountMinor: number;
  /** ISO 4217. */
  currency: string;
};

/** When to remind of a request that is not answered: after half of the time that it has, and an hour before its end. */
export const portOutReminders = ['half-time', 'last-hour'] as const;

export type PortOutReminder = (typeof portOutReminders)[number];

/** What a tenant's policy says about port-outs. Holidays and the time zone are the calendar's, not the policy's. */
export interface PortOutPolicy {
  /** Wall-clock times, `HH:MM`, between which business is done on a business day. */
  businessHours: { opens: string; closes: string };
  /** Business hours within which a simple port is to be answered. */
  simpleAnswerHours: number;
  /** Hours of business days, day and night, within which any other port is to be answered. */
  answerHours: number;
  /** Business days within which a simple port is to be done. */
  simplePortDays: number;
  /** Business days within which any other port is to be done. */
  portDays: number;
  /** Wall-clock time, `HH:MM`, after which a simple port counts from the next business day. */
  simplePortCutoff: string;
  /** Clock hours after which a request that nobody answered is authorized by silence; `null`: never. */
  silenceHours: number | null;
  /** Where a request goes whose rejection is found invalid. */
  afterInvalidRejection: 'authorized' | 'pending';
  /** What each ported number is billed. */
  fee: Money;
  /** When those who are told of a request are reminded of one that nobody has answered. */
  reminders: readonly PortOutReminder[];
}

/** The policy on port-outs of a tenant that has set none (POR-5, POR-8, POR-9; 47 CFR 52.35). */
export const defaultPortOutPolicy = {
  businessHours: { opens: '08:00', closes: '17:00' },
  simpleAnswerHours: 4,
  answerHours: 24,
  simplePortDays: 1,
  portDays: 4,
  simplePortCutoff: '13:00',
  silenceHours: null,
  afterInvalidRejection: 'authorized',
  fee: { amountMinor: 0, currency: 'USD' },
  reminders: portOutReminders,
} as const satisfies PortOutPolicy;
