import { PortalError } from '@numberdesk/core/http';
import { expect } from '@open-wc/testing';
import { mountedReview } from '../../../test/mount-portout.ts';
import { portOutNow, samplePortOut } from '../../../test/sample-portouts.ts';
import { waitUntil } from '../../../test/wait-until.ts';

const account = { id: 'acme', name: 'Acme Corp', timeZone: 'America/Chicago' };
const evidence = () => ({ madeAt: portOutNow, account, portout: samplePortOut(), mails: [] });

/** A review of which somebody asks for the evidence, which comes or does not; once it says that it failed. */
async function failed(kind: string, answer: () => unknown) {
  const page = await mountedReview({
    prepare: (connection) => connection.answer('portouts/{id}/evidence', answer),
  });
  page.find(`[data-tool=${kind}]`).click();
  await waitUntil(() => page.has('.tool-note .failed'));
  return page;
}

const refusals: [PortalError, string, string][] = [
  [
    new PortalError('internal', 'no', { requestId: 'req-7' }),
    'Something went wrong on our side. It is nothing you did. Try again in a moment. If you ask for help, quote req-7',
    'Se produjo un error de nuestra parte.',
  ],
  [
    new PortalError('unreachable', 'no'),
    'The server can’t be reached. Check your internet connection, then try again.',
    'No se puede contactar con el servidor.',
  ],
  [
    new PortalError('forbidden', 'no', { permission: 'portouts:view' }),
    'You need the permission View port-outs. An admin of your account can grant it.',
    'Puede concedérselo un administrador',
  ],
];

describe('the evidence that could not be had', () => {
  for (const kind of ['json', 'print']) {
    for (const [error, words, inSpanish] of refusals) {
      it(`is told of by what failed: ${kind}, ${error.code}`, async () => {
        const page = await failed(kind, () => error);
        expect(page.textOf('.tool-note')).to.equal(words);
        page.review.locale = 'es';
        // While Spanish is on its way, nothing is shown.
        await waitUntil(() => page.has('.tool-note') && page.textOf('.tool-note').includes(inSpanish));
      });
    }
  }

  it('is told of as a matter of the browser where that does not print', async () => {
    const frames = HTMLIFrameElement.prototype;
    const { contentWindow } = Object.getOwnPropertyDescriptors(frames);
    Object.defineProperty(frames, 'contentWindow', { ...contentWindow, get: () => null });
    const page = await failed('print', evidence).finally(() =>
      Object.defineProperty(frames, 'contentWindow', contentWindow),
    );
    expect(page.textOf('.tool-note')).to.equal(
      'This browser did not let the page do that. Try again, or open it in another browser.',
    );
  });
});
