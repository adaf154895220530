import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addressKey, createProxyTrust } from '../../src/server/client-address.ts';

describe("the client's address", () => {
  it("is the socket's where no proxy is trusted", () => {
    const { clientAddress, isProxy } = createProxyTrust({ hops: 0 });
    assert.equal(clientAddress('192.0.2.1', '198.51.100.1'), '192.0.2.1');
    assert.equal(clientAddress('::ffff:192.0.2.1', undefined), '192.0.2.1');
    assert.equal(isProxy('192.0.2.1'), false);
    fc.assert(fc.property(fc.string(), (header) => clientAddress('192.0.2.1', header) === '192.0.2.1'));
  });

  it('is so many hops away', () => {
    const one = createProxyTrust({ hops: 1 });
    assert.equal(one.clientAddress('10.0.0.1', '203.0.113.9, 198.51.100.1'), '198.51.100.1');
    const two = createProxyTrust({ hops: 2 });
    assert.equal(two.clientAddress('10.0.0.1', '203.0.113.9, 198.51.100.1'), '203.0.113.9');
    assert.equal(
      two.clientAddress('10.0.0.1', '198.51.100.1'),
      '198.51.100.1',
      'a shorter chain ends at its beginning',
    );
    assert.equal(two.clientAddress('10.0.0.1', undefined), '10.0.0.1');
  });

  it('is the first that is no trusted proxy', () => {
    const { clientAddress, isProxy } = createProxyTrust({ ranges: ['10.0.0.0/8', '2001:db8::/32', '192.0.2.7'] });
    assert.equal(clientAddress('10.0.0.1', '203.0.113.9, 10.1.1.1, 192.0.2.7'), '203.0.113.9');
    assert.equal(clientAddress('2001:db8::1', '203.0.113.9'), '203.0.113.9');
    assert.equal(clientAddress('203.0.113.5', '198.51.100.1'), '203.0.113.5');
    assert.equal(clientAddress('10.0.0.1', '10.0.0.2'), '10.0.0.2');
    assert.equal(isProxy('10.255.0.1'), true);
    assert.equal(isProxy('192.0.2.8'), false);
  });

  it('is never what is no address', () => {
    const { clientAddress } = createProxyTrust({ hops: 1 });
    for (const header of ['unknown', '<script>', '1.2.3', '', ',', '203.0.113.9, unknown']) {
      assert.equal(clientAddress('10.0.0.1', header), '10.0.0.1', header);
    }
    assert.equal(clientAddress('10.0.0.1', '[2001:db8::1]:1234'), '2001:db8::1');
    assert.equal(clientAddress('10.0.0.1', '203.0.113.9:4711'), '203.0.113.9');
  });

  it('counts a whole /64 of IPv6 as one', () => {
    assert.equal(addressKey('203.0.113.9'), '203.0.113.9');
    assert.equal(addressKey('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64');
    assert.equal(addressKey('2001:db8::1'), '2001:db8:0:0::/64');
    assert.equal(addressKey('2001:DB8:0001::'), '2001:db8:1:0::/64');
    assert.equal(addressKey('::1'), '0:0:0:0::/64');
    fc.assert(
      fc.property(
        fc.ipV6(),
        (address) => addressKey(address).endsWith('::/64') && addressKey(address).split(':').length === 6,
      ),
    );
  });

  it('has no use for a range that is none', () => {
    assert.throws(() => createProxyTrust({ ranges: ['everybody'] }), RangeError);
  });
});
