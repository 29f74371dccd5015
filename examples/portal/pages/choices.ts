/** What a visitor of the demonstration can choose. The first of each is what they get unless they choose. */
export const choices = {
  brand: ['northwind', 'alder', 'vantage'],
  theme: ['auto', 'light', 'dark'],
  lang: ['en', 'ar'],
  role: ['admin', 'member', 'viewer', 'outsider'],
} as const;

export type Choices = { [Name in keyof typeof choices]: (typeof choices)[Name][number] };
export type Language = Choices['lang'];

/** The resellers whose looks are shown; the looks themselves are in `styles/brands`. */
export const brandNames: Record<Choices['brand'], string> = {
  northwind: 'Northwind Voice',
  alder: 'Alder & Finch',
  vantage: 'Vantage',
};

function chosen<Name extends keyof Choices>(name: Name, query: URLSearchParams): Choices[Name] {
  const known: readonly string[] = choices[name];
  const wanted = query.get(name) ?? '';
  return (known.includes(wanted) ? wanted : known[0]) as Choices[Name];
}

/** Reads the choices from a page's address; what is not known there is the first of its kind. */
export function readChoices(query: URLSearchParams): Choices {
  return {
    brand: chosen('brand', query),
    theme: chosen('theme', query),
    lang: chosen('lang', query),
    role: chosen('role', query),
  };
}
