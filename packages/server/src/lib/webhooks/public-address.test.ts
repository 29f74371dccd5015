import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLoopbackAddress, isPublicAddress } from './public-address.ts';
import { allowedAddresses, isNamedPrivate } from './webhook-addresses.ts';

const open = ['93.184.215.14', '8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '192.169.0.1'];
const open6 = ['2606:4700:4700::1111', '2a00:1450:4001:800::200e', '2001:4860:4860::8888', '2003::1'];
const shut = [
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '10.255.255.255',
  '100.64.0.1',
  '100.100.100.200',
  '127.0.0.1',
  '127.255.255.254',
  '168.63.129.16',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.192',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
];
const shut6 = [
  '::',
  '::1',
  '::ffff:10.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::ffff:7f00:1',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::1',
  '3fff::1',
  '5f00::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
];

describe('an address', () => {
  it.each([...open, ...open6])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));
  it.each([...shut, ...shut6])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));
  it.each(['', 'localhost', '1.2.3', '1.2.3.4.5', '0x7f000001', '8.8.8.8 ', '[2606:4700::1]', '2606::1%1'])(
    '"%s" is none, and so not public',
    (text) => expect(isPublicAddress(text)).toBe(false),
  );

  it('of IPv4 is never public when it is written as one of IPv6', () => {
    fc.assert(fc.property(fc.ipV4(), (address) => !isPublicAddress(`::ffff:${address}`)));
  });

  it('is the machine itself in its own networks only', () => {
    for (const address of ['127.0.0.1', '127.9.9.9', '::1']) expect(isLoopbackAddress(address)).toBe(true);
    for (const address of ['10.0.0.1', '0.0.0.0', '::', 'localhost', ...open, ...open6]) {
      expect(isLoopbackAddress(address)).toBe(false);
    }
  });
});

describe('what a host stands for', () => {
  const never = () => Promise.reject(new Error('It was looked up.'));

  it('is refused as a whole when one of its addresses is not public', async () => {
    const of = (...addresses: string[]) =>
      allowedAddresses('desk.example', { loopback: true, resolve: async () => addresses });
    expect(await of(open[0]!, open6[0]!)).toEqual([open[0], open6[0]]);
    expect(await of(open[0]!, '10.0.0.1')).toBeNull();
    expect(await of('127.0.0.1')).toBeNull();
    expect(await of()).toEqual([]);
  });

  it.each(['127.0.0.1', '[::1]', '10.0.0.1', '169.254.169.254', '[::ffff:7f00:1]', '[fd00:ec2::254]'])(
    'is known of %s without a look-up',
    async (host) => {
      expect(await allowedAddresses(host, { loopback: false, resolve: never })).toBeNull();
      expect(isNamedPrivate(host, false)).toBe(true);
    },
  );

  it('is the machine itself only if that is allowed and its own name says so', async () => {
    const rules = { loopback: true, resolve: never };
    expect(await allowedAddresses('localhost', rules)).toEqual(['127.0.0.1', '::1']);
    expect(await allowedAddresses('[::1]', rules)).toEqual(['::1']);
    expect(await allowedAddresses('10.0.0.1', rules)).toBeNull();
    expect(isNamedPrivate('localhost', true)).toBe(false);
    expect(isNamedPrivate('localhost', false)).toBe(true);
    expect(isNamedPrivate('10.0.0.1', true)).toBe(true);
    expect(isNamedPrivate('desk.example', false)).toBe(false);
  });
});
