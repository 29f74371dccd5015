import { expect } from '@open-wc/testing';
import { defineElement } from './define-element.ts';

class Probe extends HTMLElement {
  static readonly version: string = '1.2.3';
}

/** What is written to the console as a warning while something is done. */
function warningsOf(act: () => void): string[] {
  const warnings: string[] = [];
  const { warn } = console;
  console.warn = (text: string) => warnings.push(text);
  try {
    act();
  } finally {
    console.warn = warn;
  }
  return warnings;
}

describe('defineElement', () => {
  it('registers one class under two tags, each a subclass of its own', () => {
    defineElement(Probe, 'probe-one');
    defineElement(Probe, 'probe-two');
    const [one, two] = [customElements.get('probe-one'), customElements.get('probe-two')];
    expect(one).to.not.equal(two);
    expect(document.createElement('probe-one')).to.be.instanceOf(Probe);
    expect(document.createElement('probe-two')).to.be.instanceOf(Probe);
  });

  it('leaves a taken tag alone, without a word where it is the same version', () => {
    defineElement(Probe, 'probe-taken');
    const first = customElements.get('probe-taken');
    const warnings = warningsOf(() => defineElement(Probe, 'probe-taken'));
    expect(customElements.get('probe-taken')).to.equal(first);
    expect(warnings).to.deep.equal([]);
  });

  it('warns where the tag is taken by another version, naming both', () => {
    class Other extends HTMLElement {
      static readonly version = '9.0.0';
    }
    defineElement(Probe, 'probe-versions');
    const [warning] = warningsOf(() => defineElement(Other, 'probe-versions'));
    expect(warning).to.include('1.2.3').and.include('9.0.0').and.include('<probe-versions>');
  });

  it('does nothing where there is no registry', () => {
    expect(() =>
      defineElement(Probe, 'probe-nowhere', null as unknown as CustomElementRegistry),
    ).to.not.throw();
    expect(customElements.get('probe-nowhere')).to.equal(undefined);
  });
});
