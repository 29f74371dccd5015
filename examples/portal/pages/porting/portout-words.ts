import type { PortOutDetail, RejectionDetails } from '@numberdesk/core/portouts';
import { type TemplateResult, html } from 'lit';

const statusWords: Record<string, string> = {
  pending: 'Pending',
  authorized: 'Authorized',
  'rejection-in-review': 'Rejection in review',
  rejected: 'Rejected',
  'ported-out': 'Ported out',
  canceled: 'Canceled',
};

/** A status in words; one that only a carrier knows as the carrier has it. */
export const statusWord = (status: string) => statusWords[status] ?? status;

/** What comes of a reason that is found not to be valid, by the policy: what is said beside the button, and on it. */
const overrulings: Record<string, { about: string; button: string }> = {
  authorized: {
    about: 'The port goes on: for the date that was asked for or, if that has passed, for today.',
    button: 'The port goes on',
  },
  pending: {
    about: 'The request goes back to the customer, who answers it anew. The time to answer begins again.',
    button: 'Send it back',
  },
};

/** The same where the policy is not known yet, or says something new. */
const overruling = { about: 'What comes of it is for the policy to say.', button: 'Not valid' };

export const overrulingWords = (policy: string | null) => overrulings[policy ?? ''] ?? overruling;

const reasonWords: Record<string, string> = {
  'account-number-mismatch': 'Account number does not match',
  'pin-mismatch': 'PIN or passcode does not match',
  'zip-mismatch': 'ZIP code does not match',
  'name-mismatch': 'Name does not match',
  'address-mismatch': 'Service address does not match',
  'number-not-on-account': 'A number is not on this account',
  'number-inactive': 'A number is not active',
  'number-already-ported': 'A number has been ported already',
  'numbers-incomplete': 'The list of numbers is incomplete',
  'not-authorized': 'The customer has not authorized the request',
  withdrawn: 'The customer has withdrawn the request',
  'porting-freeze': 'The customer asked for a porting freeze',
  'request-incomplete': 'The request is incomplete',
  'request-duplicate': 'The request is a duplicate',
  'due-date-not-possible': 'The requested date is not possible',
  'legal-order': 'Order of a court or a regulator',
  'fraud-hold': 'Fraud hold',
  other: 'Another reason',
};

/** A reason in words: the carrier's own, where it has named some for the request. */
export const reasonWord = (code: string, { reasons }: PortOutDetail) =>
  reasons.find((reason) => reason.code === code)?.label ?? reasonWords[code] ?? code;

const fieldWords: Record<string, string> = {
  name: 'End user',
  address: 'Service address',
  zip: 'ZIP code',
  accountNumber: 'Account number',
  pin: 'PIN',
  authorizedPerson: 'Authorized person',
  loa: 'Letter of authorization',
  numbers: 'Telephone numbers',
};

const days = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });
const day = (date: string) => days.format(new Date(`${date}T00:00:00Z`));

/** What was told with a rejection, each thing with its name; nothing where a reason needs nothing. */
export function rejectionList(details: RejectionDetails): TemplateResult {
  const { field, value, numbers, evidence, reference, date, text } = details;
  const all: [string, unknown][] = [
    ['What is missing', field && (fieldWords[field] ?? field)],
    ['What was submitted', value],
    ['Numbers concerned', numbers && html`<span dir="ltr">${numbers.join(', ')}</span>`],
    ['What the customer said', evidence && `${evidence.text} (${day(evidence.date)})`],
    ['Reference', reference],
    ['First possible date', date && day(date)],
    ['In the customer’s words', text],
  ];
  const told = all.filter(([, shown]) => Boolean(shown));
  return html`<dl>
    ${told.map(
      ([name, shown]) =>
        html`<div>
          <dt>${name}</dt>
          <dd><bdi>${shown}</bdi></dd>
        </div>`,
    )}
  </dl>`;
}
