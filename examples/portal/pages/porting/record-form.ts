import type { PortOutInput } from '@numberdesk/core/portouts';
import { type TemplateResult, html, nothing } from 'lit';
import { accounts } from '../../seeds/accounts.ts';
import { carriers } from '../../seeds/carriers.ts';

export interface RecordActs {
  /** Tomorrow and so on, as the demonstration's clock has it. */
  inDays: (days: number) => string;
  /** Counts the requests that have been recorded here, so that the next one is another. */
  turn: number;
  refusal: string | undefined;
  record: (input: PortOutInput) => void;
}

/** The form for one more request, filled in so that one click is enough (POR-3). */
export function recordForm({ inDays, turn, refusal, record }: RecordActs): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    record(portOutIn(new FormData(event.currentTarget as HTMLFormElement)));
  };
  const from = 12_125_550_110 + ((turn * 2) % 40);
  return html`<form class="sheet new-order" aria-label="New port-out request" @submit=${submit}>
    ${line('Request number', 'request', `PO_${624_800 + turn}`)}
    ${line('Winning carrier', 'winningCarrier', carriers[turn % carriers.length] ?? '')}
    <label
      ><span>From</span>
      <select name="account">
        ${Object.entries(accounts).map(([id, { name }]) => html`<option value=${id}>${name}</option>`)}
      </select></label
    >
    <label
      ><span>Kind of port</span>
      <select name="portType">
        <option value="simple">Simple</option>
        <option value="non-simple" selected>Not simple</option>
      </select></label
    >
    <label
      ><span>Wanted on</span> <input name="requestedFocDate" type="date" required .value=${inDays(5)}
    /></label>
    <label
      ><span>Silence authorizes</span>
      <select name="silenceHours">
        <option value="">never</option>
        <option value="24" selected>after 24 hours</option>
        <option value="48">after 48 hours</option>
      </select></label
    >
    <label
      ><span>Numbers, one on each row</span>
      <textarea
        name="numbers"
        dir="ltr"
        rows="2"
        spellcheck="false"
        required
        .value=${`+${from}\n+${from + 1}`}
      ></textarea>
    </label>
    ${line('End user', 'name', 'Meridian Outfitters Inc.')}
    ${line('Address', 'address', '350 Fifth Ave., New York')} ${line('ZIP', 'zip', '10118')}
    ${line('Account number', 'accountNumber', '88-1042')} ${line('PIN', 'pin', '4711')}
    ${line('Authorized by', 'authorizedPerson', 'Amara Okafor')}
    ${line('LOA signed by', 'loaName', 'Amara Okafor')}
    <label><span>LOA dated</span> <input name="loaDate" type="date" .value=${inDays(-3)} /></label>
    ${line('LOA file', 'loaFile', 'meridian-loa.pdf')}
    <div class="moves"><button class="primary">Record the request</button></div>
    ${refusal ? html`<p class="refusal" role="alert">${refusal}</p>` : nothing}
  </form>`;
}

const line = (label: string, name: string, value: string) =>
  html`<label
    ><span>${label}</span> <input name=${name} maxlength="200" autocomplete="off" .value=${value}
  /></label>`;

function portOutIn(form: FormData): PortOutInput {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const orNull = (name: string) => text(name) || null;
  const silenceHours = text('silenceHours');
  return {
    account: text('account'),
    request: text('request'),
    portType: text('portType') === 'simple' ? 'simple' : 'non-simple',
    requestedFocDate: text('requestedFocDate'),
    winningCarrier: orNull('winningCarrier'),
    silenceHours: silenceHours === '' ? null : Number(silenceHours),
    numbers: text('numbers')
      .split(/[\s,;]+/)
      .filter(Boolean),
    submitted: {
      name: orNull('name'),
      address: orNull('address'),
      zip: orNull('zip'),
      accountNumber: orNull('accountNumber'),
      pin: orNull('pin'),
      authorizedPerson: orNull('authorizedPerson'),
      loa: letterIn(form),
    },
  };
}

/** The letter of authorization, if there is anything of one: the server says what it lacks. */
function letterIn(form: FormData): NonNullable<PortOutInput['submitted']>['loa'] {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const letter = { name: text('loaName'), date: text('loaDate'), file: text('loaFile') || null };
  return letter.name || letter.date || letter.file ? letter : null;
}
