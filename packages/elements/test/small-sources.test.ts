import { describe, expect, it } from 'vitest';
import { clientSide, smallMarkup, smallTemplates } from '../small-sources.ts';

/** A hole, as whoever joins the pieces of a template writes it. */
const hole = '\u0000';

describe('a template that is made small', () => {
  it('loses the white space that nobody sees: around lines of their own, and in what has no text', () => {
    expect(
      smallMarkup(`<table>\n  ${hole}\n  <tr>\n    <td>\n  a\n  </td>\n  ${hole}\n </tr>\n</table>`),
    ).toBe(`<table>${hole}<tr><td>a</td>${hole}</tr></table>`);
    expect(smallMarkup('<div>\n  <p>a  b</p>\n  <button>\n c\n </button>\n</div>')).toBe(
      '<div><p>a b</p><button>c</button></div>',
    );
  });

  it('keeps a blank between words and what stands in a line with them', () => {
    for (const [markup, small] of [
      [`<b>a</b>\n  <i>b</i>`, '<b>a</b> <i>b</i>'],
      [`<span>\n a\n</span>`, '<span> a </span>'],
      [`${hole}\n ${hole}`, `${hole} ${hole}`],
      [`<button>a</button>\n<button>b</button>`, '<button>a</button> <button>b</button>'],
      [`a<b\n>c</b\n>d`, 'a<b>c</b>d'],
    ] as const) {
      expect(smallMarkup(markup)).toBe(small);
    }
  });

  it('keeps attributes apart, and what quotes hold together', () => {
    expect(smallMarkup(`<a\n  class="b c"\n  part="d"\n  href=${hole}\n  title="e > f"\n>g</a>`)).toBe(
      `<a class="b c" part=d href=${hole} title="e > f">g</a>`,
    );
    expect(smallMarkup(`<input type="search" value=${hole} />`)).toBe(`<input type=search value=${hole}>`);
    expect(smallMarkup(`<svg><path d=${hole} /></svg>`)).toBe(`<svg><path d=${hole} /></svg>`);
    expect(smallMarkup(`<i class="${hole} sub"></i>`)).toBe(`<i class="${hole} sub"></i>`);
  });

  it('is found wherever it stands in a source, the rest of which stays as it is', () => {
    const source =
      'const a: string = `\n b\n`;\nconst c = html`<p>\n  ${d ? html`<li>\n e</li>` : `f  g`}\n</p>`;';
    expect(smallTemplates(source).toString()).toBe(
      'const a: string = `\n b\n`;\nconst c = html`<p>${d ? html`<li>e</li>` : `f  g`}</p>`;',
    );
  });

  it('an operation goes without what only a server and its documentation ask', () => {
    const source = "export const a = { path: 'b', summary: 'c, d', needs: 'e', output: f, throws: ['g'] };";
    expect(clientSide(source).toString().replace(/\s+/g, ' ')).toBe(
      "export const a = { path: 'b', output: f, };",
    );
  });
});
