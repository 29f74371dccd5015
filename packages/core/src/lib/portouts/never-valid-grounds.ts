import { type NeverValidGround, neverValidGroundCodes, neverValidPhrases } from './never-valid-phrases.ts';

// All letters that are left in a text of the shipped languages once it is plain; `\p{L}` takes ten times as long.
const letter = 'a-z\u0621-\u064a';
const edgeBefore = `(?<![${letter}0-9])`;
const edgeAfter = `(?![${letter}0-9])`;
const apart = '[\\s_/\u2010-\u2015-]';
/** Between the two phrases of a pair: little, and not the end of a sentence. */
const between = '[^.!?;:\\n]{0,40}?';

const wholeWords = (phrase: string) =>
  `${edgeBefore}(?:${phrase.replaceAll('*', `[${letter}]{0,20}`).replaceAll(' ', `${apart}+`)})${edgeAfter}`;

function pattern(phrase: string | readonly [string, string]): string {
  if (typeof phrase === 'string') return wholeWords(phrase);
  const [one, other] = [wholeWords(phrase[0]), wholeWords(phrase[1])];
  return `${one}${between}${other}|${other}${between}${one}`;
}

/** Built when a text is first looked at: most who load this never reject anything. */
let looks: { ground: NeverValidGround; phrases: RegExp; negation: RegExp }[] | undefined;

function buildLooks() {
  return Object.values(neverValidPhrases).flatMap(({ grounds, negations }) => {
    const negation = new RegExp(`(?:${negations.map(wholeWords).join('|')})${apart}*$`);
    return neverValidGroundCodes.map((ground) => {
      return { ground, phrases: new RegExp(grounds[ground].map(pattern).join('|'), 'g'), negation };
    });
  });
}

/** Small letters without marks and apostrophes, Arabic letters in one form: as the phrases are written. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u0640'’‘`´]/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه');
}

/**
 * The grounds, never valid, that a text amounts to, in any of the shipped languages, whatever the reader's. It is a guard
 * against the plain case: it can be talked around, and it can take offence at innocent words, which is why the reason
 * `other` alone is stopped by it (POR-5).
 */
export function neverValidGrounds(text: string): NeverValidGround[] {
  const looked = plain(text);
  looks ??= buildLooks();
  const found = looks.filter(({ phrases, negation }) =>
    [...looked.matchAll(phrases)].some(({ index }) => !negation.test(looked.slice(0, index))),
  );
  return neverValidGroundCodes.filter((code) => found.some(({ ground }) => ground === code));
}
