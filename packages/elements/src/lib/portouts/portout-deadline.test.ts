import type { DuePortOut } from '@numberdesk/core/portouts';
import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { flat } from '../../../test/reading.ts';
import { Formats } from '../internal/formats.ts';
import { Localizer } from '../internal/localize.ts';
import { portOutWords } from '../internal/locales/en-portout.ts';
import { bringEnglish, en } from '../internal/locales/en.ts';
import { nextMinuteStep } from './deadline-clock.controller.ts';
import { portOutDeadline, timeLeft } from './portout-deadline.template.ts';

bringEnglish(portOutWords);
const texts = new Localizer('en', en);
const formats = new Formats('en', 'America/Chicago');
const now = Date.parse('2026-11-27T18:00:00.000Z');
const minutes = (count: number) => count * 60_000;
const inMinutes = (count: number) => new Date(now + minutes(count)).toISOString();

/** What is shown of a request that is pending, with each clock in so many minutes. */
function shown(clocks: { answer?: number; silence?: number; port?: number }, status = 'pending'): string {
  const at = (left: number | undefined) => (left === undefined ? null : inMinutes(left));
  const { answer, silence, port } = clocks;
  const portout: DuePortOut = {
    status,
    answerDueAt: at(answer),
    silenceAt: at(silence),
    portDueAt: at(port),
  };
  const place = document.createElement('div');
  render(portOutDeadline(portout, { texts, formats, now }), place);
  const urgency = place.querySelector('.deadline')?.className.replace('deadline ', '') ?? 'none';
  return `${urgency}: ${flat(place.textContent ?? '')}`.trim();
}

describe('the time that is left', () => {
  it('POR-9: is told in days and hours, in hours and minutes, in minutes', () => {
    const cases: [number, string][] = [
      [minutes(52 * 60 + 59), '2 d 4 h left'],
      [minutes(200), '3 h 20 min left'],
      [minutes(60), '1 h 0 min left'],
      [minutes(60) - 1, '59 min left'],
      [minutes(1), '1 min left'],
      [minutes(1) - 1, 'Less than a minute left'],
    ];
    for (const [millis, words] of cases) expect(timeLeft(millis, texts)).to.equal(words);
  });

  it('POR-9: says of the earliest deadline what happens then, and makes what is late stand out', () => {
    const cases: [Parameters<typeof shown>, string][] = [
      [[{ answer: 200, port: 3000 }], 'ahead: 3 h 20 min left then the answer is overdue'],
      [[{ answer: 59 }], 'soon: 59 min left then the answer is overdue'],
      [[{ answer: 400, silence: 90 }], 'ahead: 1 h 30 min left then silence authorizes the port'],
      [[{ answer: -80 }], 'passed: Overdue since Nov 27, 10:40 AM'],
      [
        [{ answer: -80, silence: 90 }],
        'passed: Overdue since Nov 27, 10:40 AM 1 h 30 min left, then silence authorizes the port',
      ],
      [[{ silence: -1, port: 60 }], 'ahead: 1 h 0 min left then the port is late'],
      [[{ port: -60 }, 'authorized'], 'passed: Port late since Nov 27, 11:00 AM'],
      [[{ answer: 10, port: 60 }, 'rejection-in-review'], 'none:'],
      [[{ answer: 10 }, 'on-hold'], 'none:'],
    ];
    for (const [given, words] of cases) expect(shown(...given)).to.equal(words);
  });

  it('goes on by whole minutes of what is left, whatever the second at which a deadline falls', () => {
    const at = (millis: number) => now + millis;
    expect(nextMinuteStep([at(61_000), at(150_000)], now)).to.equal(1001);
    expect(nextMinuteStep([at(120_000)], now)).to.equal(1);
    expect(nextMinuteStep([at(500)], now)).to.equal(501);
    expect(nextMinuteStep([at(0), at(-1)], now)).to.equal(null);
  });
});
