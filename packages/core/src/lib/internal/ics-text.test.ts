import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarMoment, toIcs } from './ics-text.ts';

const moment: CalendarMoment = {
  uid: 'po_1-answer@numberdesk',
  sequence: 3,
  madeAt: '2026-11-27T18:00:00.000Z',
  at: '2026-11-27T22:40:00.000Z',
  title: 'Answer PO_624719',
  description: 'Bright Telecom, 12 numbers',
  alarmMinutes: 30,
};

/** The properties of a file as a calendar reads them: lines put together again, texts without their marks. */
function read(file: string): Map<string, string> {
  const lines = file.replace(/\r\n[ \t]/g, '').split('\r\n');
  const pairs = lines.map((line): [string, string] => {
    const [name = '', ...value] = line.split(':');
    const text = value
      .join(':')
      .replace(/\\([\\;,nN])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark));
    return [name, text];
  });
  // The first of a name: what the alarm says comes last.
  return new Map(pairs.reverse());
}

describe('a moment as a calendar file', () => {
  it('says when, of what, and speaks up before', () => {
    expect(toIcs(moment).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Numberdesk//Numberdesk//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:po_1-answer@numberdesk',
      'SEQUENCE:3',
      'DTSTAMP:20261127T180000Z',
      'DTSTART:20261127T224000Z',
      'SUMMARY:Answer PO_624719',
      'DESCRIPTION:Bright Telecom\\, 12 numbers',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Answer PO_624719',
      'TRIGGER:-PT30M',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('is read back as it was written, in lines of 75 octets at most, whatever the texts hold', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(text, text, (title, description) => {
        const file = toIcs({ ...moment, title, description });
        for (const line of file.split('\r\n'))
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        const properties = read(file);
        expect(properties.get('SUMMARY')).toBe(title);
        expect(properties.get('DESCRIPTION')).toBe(description);
      }),
    );
  });

  it('lets no text begin a property of its own', () => {
    const description = 'a\r\nATTENDEE:mailto:x@evil.example\nb\rc\u0000d';
    const file = toIcs({ ...moment, description });
    expect(file).not.toMatch(/^ATTENDEE/m);
    expect(read(file).get('DESCRIPTION')).toBe('a\nATTENDEE:mailto:x@evil.example\nb\ncd');
  });
});
