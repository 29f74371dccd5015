import { expect, fixtureSync, html } from '@open-wc/testing';
import { scrollRoots, scrollerOf } from './scrollers.ts';

/** An element whose shadow root has a scroller with a slot in it. */
function shell(): { host: HTMLElement; main: HTMLElement } {
  const host = document.createElement('div');
  const main = document.createElement('main');
  main.setAttribute('style', 'block-size: 50px; overflow-y: auto');
  main.append(document.createElement('slot'));
  host.attachShadow({ mode: 'open' }).append(main);
  return { host, main };
}

const tall = () => {
  const element = document.createElement('p');
  element.setAttribute('style', 'block-size: 500px');
  return element;
};

describe('what scrolls an element', () => {
  it('is the page where nothing nearer does, or has nothing to scroll', () => {
    const wrapper = fixtureSync<HTMLElement>(html`<div></div>`);
    wrapper.style.overflowY = 'auto';
    const element = wrapper.appendChild(tall());
    expect(scrollerOf(element) === document.documentElement).to.equal(true);
    expect(scrollRoots(element)).to.deep.equal([document]);
    wrapper.style.blockSize = '50px';
    expect(scrollerOf(element) === wrapper).to.equal(true);
    wrapper.style.overflowY = 'clip';
    expect(scrollerOf(element) === document.documentElement).to.equal(true);
  });

  it('is found in the shadow root whose slot it is in, and listened to there', () => {
    const { host, main } = shell();
    fixtureSync<HTMLElement>(html`<div></div>`).append(host);
    const element = host.appendChild(tall());
    expect(scrollerOf(element) === main).to.equal(true);
    expect(scrollRoots(element).length).to.equal(2);
    expect(scrollRoots(element)).to.include(host.shadowRoot).and.include(document);
  });

  it('is found from inside several shadow roots', () => {
    const outer = shell();
    const inner = document.createElement('div');
    const element = tall();
    inner.attachShadow({ mode: 'open' }).append(element);
    outer.host.append(inner);
    fixtureSync<HTMLElement>(html`<div></div>`).append(outer.host);
    expect(scrollerOf(element) === outer.main).to.equal(true);
    expect(new Set(scrollRoots(element))).to.deep.equal(
      new Set([inner.shadowRoot, outer.host.shadowRoot, document]),
    );
  });
});
