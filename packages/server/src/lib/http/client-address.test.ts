import { describe, expect, it } from 'vitest';
import { addressName, clientAddress } from './client-address.ts';

describe('the address of a client', () => {
  it('is that of the connection, whatever a header says, unless a proxy is known of', () => {
    expect(clientAddress('10.0.0.1', '1.1.1.1', 0)).toBe('10.0.0.1');
    expect(clientAddress(undefined, '1.1.1.1', 0)).toBeNull();
  });

  it.each([
    [1, '6.6.6.6, 9.9.9.9', '9.9.9.9'],
    [2, '6.6.6.6, 9.9.9.9', '6.6.6.6'],
    [2, '6.6.6.6,5.5.5.5 ,, 9.9.9.9', '5.5.5.5'],
    [3, '9.9.9.9', '9.9.9.9'],
    [1, null, '10.0.0.1'],
    [1, '', '10.0.0.1'],
  ])('is what the outermost of %i proxies saw in %j', (proxies, forwardedFor, address) => {
    expect(clientAddress('10.0.0.1', forwardedFor, proxies)).toBe(address);
  });

  it('is nobody\u2019s where neither connection nor header has one', () => {
    expect(clientAddress(undefined, null, 1)).toBeNull();
  });
});

describe('the name that an address is counted under', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['192.0.2.7:4711', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['[::ffff:192.0.2.7]:80', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
    ['x'.repeat(500), 'x'.repeat(64)],
  ])('of %s is %s', (address, name) => {
    expect(addressName(address)).toBe(name);
  });
});
