import { type Choices, brandNames, readChoices } from './choices.ts';

/** What the page's address says. */
export const chosen = (): Choices => readChoices(new URLSearchParams(location.search));

/**
 * Follows the strip's controls. Brand and theme are attributes that the style sheets read, so they change at once;
 * anything else asks the server for the page anew. Either way the choices stand in the address.
 */
export function followChoices(form: HTMLFormElement): void {
  form.addEventListener('change', () => {
    const query = new URLSearchParams();
    for (const { name, value } of form.querySelectorAll('select')) query.set(name, value);
    const next = readChoices(query);
    if (next.lang !== chosen().lang || next.role !== chosen().role) {
      location.search = query.toString();
      return;
    }
    history.replaceState(null, '', `?${query}`);
    wear(next);
  });
}

function wear({ brand, theme }: Choices): void {
  const root = document.documentElement;
  document.title = document.title.replace(
    brandNames[root.dataset.brand as Choices['brand']],
    brandNames[brand],
  );
  root.dataset.brand = brand;
  root.dataset.theme = theme;
  for (const name of document.querySelectorAll('.brand span')) name.textContent = brandNames[brand];
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.other')) {
    link.search = `?${new URLSearchParams({ brand, theme })}`;
  }
}
