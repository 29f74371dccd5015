import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MatchedField, maskPin, matchSubmitted, matchedFields } from './submitted-match.ts';

const matchOf = (field: MatchedField, submitted: string, onFile: string) =>
  matchSubmitted({ [field]: submitted }, { [field]: onFile })[field];

describe('what was submitted against what is on file', () => {
  it.each<[MatchedField, string, string]>([
    ['name', 'ACME INC.', 'Acme'],
    ['name', 'Acme, L.L.C.', 'acme llc'],
    ['name', 'The Acme Company', 'Acme Co'],
    ['name', 'Smith & Sons Ltd', 'Smith and Sons, Limited'],
    ['name', 'O’Brien Bros. Inc', 'OBrien Brothers'],
    ['name', 'José Núñez', 'Jose Nunez'],
    ['name', 'Ada  Byron', 'Ada-Byron'],
    ['name', 'Acme Holding Co., Inc.', 'Acme Holding'],
    ['address', '12 N. Main St., Apt. 4', '12 North Main Street #4'],
    ['address', '12 Main St Ste 200', '12 MAIN STREET SUITE 200'],
    ['address', '12 Main St Apt4B', '12 Main St, Unit 4B'],
    ['address', '12 Main St Apt #4', '12 Main St 4'],
    ['address', 'P.O. Box 12', 'PO Box 12'],
    ['address', 'P O Box 12', 'Post Office Box 12'],
    ['address', '400 Fifth Ave', '400 5th Avenue'],
    ['address', '1 Saint Louis Blvd NW', '1 St. Louis Boulevard, Northwest'],
    ['address', '12 Main St, Hoboken NJ 07030', '12 Main Street Hoboken, NJ 07030-1234'],
    ['address', '12 Main St, Hoboken NJ', '12 Main Street, Hoboken, NJ 07030, USA'],
    ['address', '12 Main St\nHoboken, NJ', '12 Main St Hoboken NJ'],
    ['address', '12 Oak Rd, 07030', '12 Oak Road'],
    ['accountNumber', '12-3456 78', '12345678'],
    ['accountNumber', 'ab.1234', 'AB-1234'],
    ['zip', '07030', '07030-1234'],
    ['zip', '07030 1234', '070309999'],
    ['zip', 'k1a 0b1', 'K1A0B1'],
    ['pin', '0042', '0042'],
  ])('POR-5: the %s "%s" matches "%s"', (field, submitted, onFile) => {
    expect(matchOf(field, submitted, onFile)).toBe('match');
    expect(matchOf(field, onFile, submitted)).toBe('match');
  });

  it.each<[MatchedField, string, string]>([
    ['name', 'Acme East', 'Acme West'],
    ['name', 'Acme', 'Acme Holding'],
    ['name', 'Inc', 'Co'],
    ['address', 'Suite', 'Room'],
    ['address', '12 Main St', '21 Main St'],
    ['address', '12 N Main St', '12 S Main St'],
    ['address', '12 Main St', '12 Main Ave'],
    ['address', '12 Main St Apt 4', '12 Main St Apt 5'],
    ['address', '12 Main St Apt 4', '4 Main St Apt 12'],
    ['address', '12 Main St', '12 Main St Apt 4'],
    ['address', 'PO Box 10001', 'PO Box 10002'],
    ['address', '12 Highway 10001', '12 Hwy. 10002'],
    ['address', '12 Main St # 10001', '12 Main St # 10002'],
    ['address', '10001', '10002'],
    ['accountNumber', '0012345', '12345'],
    ['accountNumber', '12345678', '12345687'],
    ['zip', '07030', '07031'],
    ['zip', '7030', '07030'],
    ['pin', '0042', '42'],
    ['pin', 'abcd', 'ABCD'],
    ['pin', '12 34', '1234'],
    ['pin', '1234 ', '1234'],
  ])('POR-5: the %s "%s" does not match "%s"', (field, submitted, onFile) => {
    expect(matchOf(field, submitted, onFile)).toBe('mismatch');
    expect(matchOf(field, onFile, submitted)).toBe('mismatch');
  });

  it.each(
    `Alley Aly, Avenue Ave, Avenue Av, Avn Aven, Building Bldg, Boulevard Blvd, Boul Blvd, Bypass Byp, Circle Cir, Circ
    Cir, Center Ctr, Centre Ctr, Crescent Cres, Court Ct, Crt Ct, Cove Cv, Drive Dr, Drv Dr, Expressway Expy, Expwy Expy,
    Floor Fl, Fort Ft, Freeway Fwy, Frwy Fwy, Gardens Gdns, Heights Hts, Highway Hwy, Hiway Hwy, Junction Jct, Lake Lk,
    Lane Ln, Mount Mt, Mountain Mtn, Parkway Pkwy, Pkway Pkwy, Pky Pkwy, Place Pl, Plaza Plz, Point Pt, Road Rd, Ridge
    Rdg, Route Rte, Rt Rte, Spring Spg, Springs Spgs, Square Sq, Street St, Str St, Strt St, Saint St, Terrace Ter, Terr
    Ter, Turnpike Tpke, Trail Trl, Valley Vly, Crossing Xing, North N, South S, East E, West W, Northeast NE, Northwest
    NW, Southeast SE, Southwest SW, First 1st, Second 2nd, Third 3rd, Fourth 4th, Fifth 5th, Sixth 6th, Seventh 7th,
    Eighth 8th, Ninth 9th, Tenth 10th`
      .split(',')
      .map((pair) => pair.trim().split(/\s+/)),
  )('POR-5: in an address, %s is %s', (long, short) => {
    expect(matchOf('address', `12 Oak ${long} 7`, `12 OAK ${short}. 7`)).toBe('match');
    expect(matchOf('address', `12 ${long} Oak`, '12 Oak')).toBe('mismatch');
  });

  it.each(['apt', 'apartment', 'unit', 'ste', 'suite', 'rm', 'room', 'no', '#'])(
    'POR-5: "%s" only says that a unit follows',
    (word) => {
      expect(matchOf('address', `12 Oak St ${word} 7`, '12 Oak St 7')).toBe('match');
    },
  );

  it.each('inc incorporated llc lc corp corporation co company ltd limited lp llp plc pc pllc'.split(' '))(
    'POR-5: "%s" at its end does not tell one company from another',
    (word) => {
      expect(matchOf('name', `Oak ${word}`, 'Oak')).toBe('match');
      expect(matchOf('name', `${word} Oak`, 'Oak')).toBe('mismatch');
    },
  );

  it.each([
    ['International', 'Intl'],
    ['Association', 'Assn'],
    ['Assoc', 'Assn'],
    ['Brothers', 'Bros'],
    ['Manufacturing', 'Mfg'],
    ['Service', 'Svc'],
    ['Services', 'Svcs'],
    ['and Sons', '& Sons'],
  ])('POR-5: in a name, %s is %s', (long, short) => {
    expect(matchOf('name', `Oak ${long}`, `oak ${short}.`)).toBe('match');
  });

  it('POR-3: says what was not submitted and what is not on file', () => {
    expect(
      matchSubmitted(
        { name: 'Acme', pin: '', zip: null, accountNumber: ' - ' },
        { name: '', pin: '1234', zip: '07030' },
      ),
    ).toEqual({
      name: 'not-on-file',
      address: 'not-submitted',
      accountNumber: 'not-submitted',
      pin: 'not-submitted',
      zip: 'not-submitted',
    });
  });

  it('POR-3: tells no value of either side', () => {
    const text = fc.stringMatching(/^[A-Z0-9]{6,12}$/);
    const fields = fc.record(Object.fromEntries(matchedFields.map((field) => [field, text])));
    fc.assert(
      fc.property(fields, fields, (submitted, onFile) => {
        const shown = JSON.stringify(matchSubmitted(submitted, onFile));
        for (const value of [...Object.values(submitted), ...Object.values(onFile)])
          expect(shown).not.toContain(value);
      }),
    );
  });

  it('POR-5: whatever is submitted matches itself, in capitals and with blanks around it too', () => {
    const text = fc.string({ minLength: 1 }).filter((given) => /[a-z0-9]/i.test(given));
    fc.assert(
      fc.property(
        fc.constantFrom('name', 'address', 'accountNumber', 'zip' as const),
        text,
        (field, given) => {
          expect(matchOf(field as MatchedField, given, given)).toBe('match');
          expect(matchOf(field as MatchedField, ` ${given.toUpperCase()} `, given)).toBe('match');
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('POR-5: a PIN matches itself alone', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (one, other) => {
        expect(matchOf('pin', one, other)).toBe(one === other ? 'match' : 'mismatch');
      }),
    );
  });
});

describe('a PIN that is shown', () => {
  it('POR-3: is masked alike whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (pin) => {
        expect(maskPin(pin)).toBe('••••');
      }),
    );
  });

  it.each([null, undefined, ''])('POR-3: where none was submitted (%s), none is shown', (pin) => {
    expect(maskPin(pin)).toBeNull();
  });
});
