/** A moment by which something is to be done, as a calendar keeps it. */
export interface CalendarMoment {
  /** The same for every file about the same thing, so that a calendar keeps one entry of it. */
  uid: string;
  /** Counts up when the same thing is written down anew. */
  sequence: number;
  /** When the file is made; a moment of ISO 8601, as the one below. */
  madeAt: string;
  at: string;
  title: string;
  description: string;
  /** Minutes before the moment at which a calendar speaks up. */
  alarmMinutes: number;
}

/** Octets of a line at most, its end apart (RFC 5545, 3.1). */
const lineOctets = 75;

const octetsOf = (character: string) => new TextEncoder().encode(character).length;

/** A line in pieces that begin with a blank, none of which cuts a character in two. */
function folded(line: string): string {
  let octets = 0;
  let out = '';
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > lineOctets) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += more;
  }
  return `${out}\r\n`;
}

/** A text as the value of a property: no character of it ends the value or the line (RFC 5545, 3.3.11). */
const escaped = (text: string) =>
  text
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|[\r\n]/g, '\\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

const utc = (moment: string) => new Date(moment).toISOString().replace(/[-:]|\.\d+/g, '');

/** Writes a calendar file (RFC 5545) with one moment in it, and an alarm before. */
export function toIcs(moment: CalendarMoment): string {
  const { uid, sequence, madeAt, at, title, description, alarmMinutes } = moment;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Numberdesk//Numberdesk//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(madeAt)}`,
    `DTSTART:${utc(at)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    `TRIGGER:-PT${alarmMinutes}M`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map(folded).join('');
}
