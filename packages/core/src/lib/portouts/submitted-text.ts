/** Words that mean the same in a name or an address, the first standing for all (after USPS Publication 28). */
const alike = [
  'aly alley',
  'ave avenue av aven avn',
  'bldg building',
  'blvd boulevard boul',
  'byp bypass',
  'cir circle circ',
  'ctr center centre',
  'cres crescent',
  'ct court crt',
  'cv cove',
  'dr drive drv',
  'expy expressway expwy',
  'fl floor',
  'ft fort',
  'fwy freeway frwy',
  'gdns gardens',
  'hts heights',
  'hwy highway hiway',
  'jct junction',
  'lk lake',
  'ln lane',
  'mt mount',
  'mtn mountain',
  'pkwy parkway pkway pky',
  'pl place',
  'plz plaza',
  'pt point',
  'rd road',
  'rdg ridge',
  'rte route rt',
  'spg spring',
  'spgs springs',
  'sq square',
  // One for Saint as well, so that "St. Louis" is "Saint Louis".
  'st street str strt saint',
  'ter terrace terr',
  'tpke turnpike',
  'trl trail',
  'vly valley',
  'xing crossing',
  'n north',
  's south',
  'e east',
  'w west',
  'ne northeast',
  'nw northwest',
  'se southeast',
  'sw southwest',
  '1st first',
  '2nd second',
  '3rd third',
  '4th fourth',
  '5th fifth',
  '6th sixth',
  '7th seventh',
  '8th eighth',
  '9th ninth',
  '10th tenth',
  'and &',
  'intl international',
  'assn association assoc',
  'bros brothers',
  'mfg manufacturing',
  'svc service',
  'svcs services',
];

const standsFor = new Map(
  alike.flatMap((line) => {
    const [first = '', ...others] = line.split(' ');
    return others.map((word) => [word, first] as const);
  }),
);

/** What only says that a unit follows: with and without it, the unit is the same. */
const unitWords = new Set(['apt', 'apartment', 'unit', 'ste', 'suite', 'rm', 'room', 'no', '#']);

/** How a company ends; it does not tell one company from another. */
const companyWords = new Set(
  'inc incorporated llc lc corp corporation co company ltd limited lp llp plc pc pllc'.split(' '),
);

/** Words in one form: no case, no accents, no punctuation. */
function words(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[\p{M}'’‘`´]/gu, '')
      // "P.O.", "L.L.C.", "N.W.": letters with points are one word.
      .replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu, (letters) => `${letters.replaceAll('.', '')} `)
      .replace(/[^\p{L}\p{N}#&]+/gu, ' ')
      .replace(/([#&])/g, ' $1 ')
      .replace(/\bp o box\b|\bpost office box\b/g, 'po box')
      .split(' ')
      .filter(Boolean)
      .map((word) => standsFor.get(word) ?? word)
  );
}

// Nothing else than a ZIP code: a letter or a comma stands before it, and no word that a number belongs to.
const zipAtEnd =
  /(?<=[\p{L}.,]\s*)(?<!\b(?:box|apt|apartment|unit|ste|suite|rm|room|no|rd|road|rte?|route|hwy|highway)\.?\s*)\b\d{5}(?:-\d{4})?\s*$/iu;

/** A name in the form in which two spellings of it are equal: without its company's kind, and without "The" (POR-5). */
export function nameKey(name: string): string {
  const all = words(name);
  const bare = all[0] === 'the' ? all.slice(1) : [...all];
  while (companyWords.has(bare.at(-1) ?? '')) bare.pop();
  return (bare.length > 0 ? bare : all).join(' ');
}

/**
 * A street address in the form in which two spellings of it are equal: abbreviations and the words before a unit do not
 * count, nor does a ZIP code at its end, which is a field of its own (POR-5).
 */
export function addressKey(address: string): string {
  const bare = address.replace(/[\s,]+(?:usa|u\.s\.a\.|united states)\.?\s*$/i, '').replace(zipAtEnd, '');
  const spaced = bare.replace(/\b(apt|ste|unit|suite)\.?(?=\d)/gi, '$1 ');
  const all = words(spaced);
  const without = all.filter((word) => !unitWords.has(word));
  return (without.length > 0 ? without : all).join(' ');
}
