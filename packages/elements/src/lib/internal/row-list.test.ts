import { expect, fixtureSync } from '@open-wc/testing';
import { html, nothing, render } from 'lit';
import { rowList } from './row-list.ts';

/** A list on the page, rendered anew with each call; how often each row was written is counted. */
function list() {
  const place = fixtureSync<HTMLElement>(html`<ul></ul>`);
  const written = new Map<string, number>();
  const show = (keys: readonly string[], version = 0) => {
    const rows = keys.map((key) => ({
      key,
      kind: key.startsWith('gap') ? 'gap' : 'row',
      shows: [key, version],
      render: () => {
        written.set(key, (written.get(key) ?? 0) + 1);
        return html`<li data-key=${key}><button>${key}</button></li>`;
      },
    }));
    render(
      html`<li>head</li>
        ${rowList(rows)}
        <li>foot</li>`,
      place,
    );
  };
  const items = () => [...place.querySelectorAll<HTMLElement>('li')];
  const row = (key: string) => place.querySelector<HTMLElement>(`[data-key="${key}"]`);
  return { place, written, show, row, texts: () => items().map(({ textContent }) => textContent) };
}

/** The same sequence each time; a test that fails once fails again. */
function numbersFrom(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

describe('rowList', () => {
  it('shows any rows in their order, whatever was there before', () => {
    const { show, texts } = list();
    const next = numbersFrom(7);
    for (let round = 0; round < 300; round++) {
      const keys = Array.from({ length: next(12) }, () => `${next(4) ? 'row' : 'gap'} ${next(20)}`);
      const different = [...new Set(keys)];
      show(different, next(3));
      expect(texts()).to.deep.equal(['head', ...different, 'foot']);
    }
  });

  it('leaves the elements of a row that stays where they are, and writes it only when it shows something else', () => {
    const { show, row, written } = list();
    show(['a', 'b', 'c']);
    const c = row('c');
    show(['b', 'c', 'd']);
    show(['c', 'e', 'd', 'f']);
    expect(row('c') === c, 'c').to.equal(true);
    show(['b', 'c']);
    expect(written.get('c')).to.equal(1);
    show(['b', 'c'], 1);
    expect(row('c') === c, 'c, written anew').to.equal(true);
    expect(written.get('c')).to.equal(2);
  });

  it('uses the elements of a row that goes for one that comes, but never a gap’s for a row', () => {
    const { show, row } = list();
    show(['gap', 'a', 'b']);
    const [gap, a] = [row('gap'), row('a')];
    show(['b', 'c', 'gap 2']);
    expect(row('c') === a, 'c').to.equal(true);
    expect(row('gap 2') === gap, 'gap 2').to.equal(true);
  });

  it('leaves the focus to a row that stays, and does not hand it on with one that goes', () => {
    const { show, row } = list();
    show(['a', 'b', 'c']);
    const button = row('b')?.querySelector('button');
    button?.focus();
    show(['b', 'c', 'd', 'e']);
    expect(document.activeElement === button, 'while others come and go').to.equal(true);
    show(['c', 'd', 'f']);
    expect(button?.isConnected, 'when it goes itself').to.equal(false);
    expect(document.activeElement === document.body, 'when it goes itself').to.equal(true);
  });

  it('goes as a whole, and comes back', () => {
    const place = fixtureSync<HTMLElement>(html`<ul></ul>`);
    const show = (isOpen: boolean) =>
      render(html`${isOpen ? rowList([{ key: 'a', render: () => html`<li>a</li>` }]) : nothing}`, place);
    for (const isOpen of [true, false, true]) {
      show(isOpen);
      expect(place.textContent).to.equal(isOpen ? 'a' : '');
    }
  });
});
