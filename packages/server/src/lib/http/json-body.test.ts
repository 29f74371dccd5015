import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxBodyBytes, maxNesting, readJsonBody } from './json-body.ts';
import { Refusal } from './refusal.ts';

function post(body: BodyInit, headers: Record<string, string> = { 'content-type': 'application/json' }) {
  return new Request('http://server.test/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
}

const refusalOf = (request: Request): Promise<Refusal> =>
  readJsonBody(request).then(
    () => Promise.reject(new Error('It was read.')),
    (error: unknown) => (error instanceof Refusal ? error : Promise.reject(error as Error)),
  );

describe('readJsonBody', () => {
  it('reads whatever JSON can say, unless it is broken Unicode, NUL or __proto__', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 8 }), async (value) => {
        const text = JSON.stringify(value);
        const isSound = !/\\u0000|\\ud[89a-f]|__proto__/i.test(text);
        fc.pre(isSound);
        expect(await readJsonBody(post(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses any bytes that are not JSON by a 4xx, never otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const outcome = await readJsonBody(post(bytes as BodyInit)).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(Refusal);
      }),
    );
  });

  it.each([
    ['application/json', true],
    ['application/json; charset=utf-8', true],
    ['Application/JSON;charset="UTF-8"', true],
    ['application/json; charset=latin1', false],
    ['text/plain', false],
    ['application/x-www-form-urlencoded', false],
    ['application/jsonp', false],
  ])('takes %s: %s', async (type, isTaken) => {
    const request = post('{}', { 'content-type': type });
    if (isTaken) expect(await readJsonBody(request)).toEqual({});
    else expect(await refusalOf(request)).toMatchObject({ code: 'unsupported-type' });
  });

  it('refuses a compressed body', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    expect(await refusalOf(post('{}', headers))).toMatchObject({ code: 'unsupported-type' });
  });

  it('stops reading at 1 MiB and lets the rest be', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(0x20));
      },
    });
    expect(await refusalOf(post(endless))).toMatchObject({ code: 'too-large' });
    expect(sent).toBeLessThan(2 * maxBodyBytes);
  });

  it('believes a Content-Length that is too large, without reading', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': '11000000' };
    expect(await refusalOf(post('{}', headers))).toMatchObject({ code: 'too-large' });
  });

  it('reads a body of exactly 1 MiB', async () => {
    const text = `"${'x'.repeat(maxBodyBytes - 2)}"`;
    expect(await readJsonBody(post(text))).toHaveLength(maxBodyBytes - 2);
  });

  it.each(['[', '{"a":'])('refuses 20,000 times %s', async (open) => {
    expect(await refusalOf(post(open.repeat(20_000)))).toMatchObject({ code: 'bad-json' });
  });

  it('counts brackets, but not those inside of texts', async () => {
    const nested = '['.repeat(maxNesting) + ']'.repeat(maxNesting);
    expect(await readJsonBody(post(nested))).toBeInstanceOf(Array);
    expect(await refusalOf(post(`[${nested}]`))).toMatchObject({ code: 'bad-json' });
    expect(await readJsonBody(post(`"\\"${'['.repeat(20_000)}"`))).toHaveLength(20_001);
  });

  it.each([
    ['"\\ud800"', ''],
    ['{"a":{"b":["ok","\\udc00 x"]}}', '/a/b/1'],
    ['{"name":"a\\u0000b"}', '/name'],
    ['{"a/b":{"c~d":"\\u0000"}}', '/a~1b/c~0d'],
    ['{"__proto__":{"isAdmin":true}}', '/__proto__'],
    ['{"lines":[{"__proto__":1}]}', '/lines/0/__proto__'],
  ])('names the unsound part of %s: %s', async (text, path) => {
    const refusal = await refusalOf(post(text));
    expect(refusal.code).toBe('invalid');
    expect(refusal.extras.errors?.map((error) => error.path)).toEqual([path]);
  });

  it('refuses what is not UTF-8', async () => {
    expect(await refusalOf(post(new Uint8Array([0x22, 0xff, 0x22])))).toMatchObject({ code: 'bad-json' });
  });

  it('refuses an empty body and one that breaks off', async () => {
    expect(await refusalOf(post(''))).toMatchObject({ code: 'bad-json' });
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) });
    expect(await refusalOf(post(broken))).toMatchObject({ code: 'bad-json' });
  });
});
