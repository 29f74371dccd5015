import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { webhookAddressProblem, webhookAddressProblems } from './webhook-address.ts';

describe('an address for webhooks', () => {
  it.each([
    ['https://desk.example', null],
    ['https://desk.example/webhooks?team=7', null],
    ['https://desk.example:443/', null],
    ['https://desk.example:8443/', null],
    ['https://desk.example:1024/', null],
    ['', 'not-an-address'],
    ['desk.example/webhooks', 'not-an-address'],
    ['http://desk.example/', 'not-https'],
    ['ftp://desk.example/', 'not-https'],
    ['javascript:alert(1)', 'not-https'],
    ['https://ada@desk.example/', 'credentials'],
    ['https://:secret@desk.example/', 'credentials'],
    ['https://desk.example/#top', 'fragment'],
    ['https://desk.example:22/', 'port'],
    ['https://desk.example:1023/', 'port'],
    ['http://127.0.0.1:4000/', 'not-https'],
  ])('%s: %s', (text, problem) => {
    expect(webhookAddressProblem(text)).toBe(problem);
    if (problem) expect(webhookAddressProblems).toHaveProperty(problem, expect.any(String));
  });

  it.each([
    ['http://localhost:4000/hook', null],
    ['http://127.0.0.1:80/', null],
    ['http://0x7f.1:4000/', null],
    ['http://[::1]:4000/', null],
    ['https://localhost:22/', null],
    ['http://desk.example/', 'not-https'],
    ['http://10.0.0.1/', 'not-https'],
    ['http://localhost.evil.example/', 'not-https'],
    ['http://127.0.0.1.evil.example/', 'not-https'],
    ['http://ada@localhost/', 'credentials'],
    ['ftp://localhost/', 'not-https'],
  ])('on a machine that may send to itself, %s: %s', (text, problem) => {
    expect(webhookAddressProblem(text, { loopback: true })).toBe(problem);
  });

  it('answers whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withFragments: true })), (text) => {
        expect(webhookAddressProblem(text)).toBeOneOf([null, ...Object.keys(webhookAddressProblems)]);
      }),
    );
  });
});
