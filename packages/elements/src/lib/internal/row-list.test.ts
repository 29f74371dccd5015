import { expect, fixtureSync } from '@open-wc/testing';
import { html, nothing, render } from 'lit';
import { rowList } from './row-list.ts';

/** A list on the page, rendered anew with each call; how often each row was written is counted. */
function list() {
  const place = fixtureSync<HTMLElement>(html`<ul></ul>`);
  const written = new Map<string, number>();
  const show = (keys: readonly string[], version = 0, isMoving = false) => {
    const rows = keys.map((key, at) => ({
      key,
      kind: key.startsWith('gap') ? 'gap' : 'row',
      build: `${key.length}`,
      place: isMoving ? at : undefined,
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
  const texts = () => items().map(({ textContent }) => textContent);
  /** What is seen between head and foot, which in this list has no order of its own. */
  const seen = () =>
    items()
      .slice(1, -1)
      .toSorted((one, other) => Number(one.style.order) - Number(other.style.order))
      .map(({ textContent }) => textContent);
  return { place, written, show, row, texts, seen };
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

  it('shows rows that are moving in their order, and has them so in the tree again once they rest', () => {
    const { show, texts, seen, row } = list();
    const next = numbersFrom(11);
    for (let round = 0; round < 300; round++) {
      const keys = Array.from({ length: next(12) }, () => `${next(4) ? 'row' : 'gap'} ${next(20)}`);
      const different = [...new Set(keys)];
      const focused = row(different[next(12)] ?? '')?.querySelector('button');
      focused?.focus();
      const isMoving = next(3) > 0;
      show(different, next(3), isMoving);
      expect(seen()).to.deep.equal(different);
      const isKept = () => !focused || !isMoving || document.activeElement === focused;
      expect(isKept(), `the focus, round ${round}`).to.equal(true);
      if (next(2)) continue;
      show(different);
      expect(texts()).to.deep.equal(['head', ...different, 'foot']);
      expect(isKept(), `the focus at rest, round ${round}`).to.equal(true);
    }
  });

  it('moves no element while rows are moving, and takes one that was built alike', () => {
    const { show, row, place } = list();
    show(['a', 'bb', 'c', 'dd']);
    const [a, bb] = [row('a'), row('bb')];
    const tree = [...place.children];
    show(['c', 'dd', 'ee', 'f'], 0, true);
    expect([...place.children]).to.deep.equal(tree);
    expect(row('ee') === bb, 'ee').to.equal(true);
    expect(row('f') === a, 'f').to.equal(true);
  });

  it('leaves to a moving row those that were built like it, though one of another build comes before', () => {
    const { show, row } = list();
    show(['bb', 'a']);
    const [bb, a] = [row('bb'), row('a')];
    show(['ccc', 'dd'], 0, true);
    expect(row('dd') === bb, 'dd').to.equal(true);
    expect(row('ccc') === a, 'ccc').to.equal(true);
  });

  it('moves no element where all rows are others', () => {
    const { show, place } = list();
    show(['gap', 'bb', 'a', 'ccc']);
    const tree = [...place.children];
    const moves = new MutationObserver(Boolean);
    moves.observe(place, { childList: true });
    show(['gap 2', 'd', 'ee', 'fff']);
    expect([...place.children]).to.deep.equal(tree);
    expect(moves.takeRecords()).to.have.length(0);
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

  it('has a row for each, also where a key is there twice', () => {
    const { show, texts } = list();
    const next = numbersFrom(3);
    for (let round = 0; round < 100; round++) {
      const keys = Array.from({ length: next(6) }, () => `row ${next(4)}`);
      show(keys, round, next(2) > 0);
      show(keys, round);
      expect(texts(), `round ${round}`).to.deep.equal(['head', ...keys, 'foot']);
    }
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
