/** What the calls from a number are for (NUM-5). */
export const callPurposes = [
  'charity',
  'customer-service',
  'debt-collection',
  'informational-notification',
  'multi-use-line',
  'political',
  'prison',
  'survey',
  'telemarketing',
  'do-not-originate',
] as const;

export type CallPurpose = (typeof callPurposes)[number];

/** How each purpose is written in a file: exactly so (NUM-3, NUM-5). */
export const callPurposeTexts = {
  charity: 'Charity',
  'customer-service': 'Customer Service',
  'debt-collection': 'Debt Collection',
  'informational-notification': 'Informational/Notification',
  'multi-use-line': 'Multi-Use Line',
  political: 'Political',
  prison: 'Prison',
  survey: 'Survey',
  telemarketing: 'Telemarketing',
  'do-not-originate': 'Do Not Originate',
} as const satisfies Record<CallPurpose, string>;
