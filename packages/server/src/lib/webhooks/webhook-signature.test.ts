import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { newWebhookSecret, webhookHeaders } from './webhook-signature.ts';

const now = () => Math.floor(Date.now() / 1000);
const body = '{"type":"ping","timestamp":"2026-11-22T12:00:00.000Z","data":{}}';

describe('the signature', () => {
  it('is that of the specification, for its own example', () => {
    const parts = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      timestamp: 1614265330,
      body: '{"test": 2432232314}',
    };
    expect(webhookHeaders(parts, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])).toEqual({
      'webhook-id': parts.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('is accepted by whoever verifies it, with either of two secrets', () => {
    const [young, old, other] = [newWebhookSecret(), newWebhookSecret(), newWebhookSecret()];
    const headers = webhookHeaders({ id: 'a', timestamp: now(), body }, [young, old]);
    for (const secret of [young, old]) {
      expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
    }
    expect(() => new Webhook(other).verify(body, headers)).toThrow(/No matching signature/);
  });

  it('holds for this id, this moment and this body alone', () => {
    const secret = newWebhookSecret();
    const headers = webhookHeaders({ id: 'a', timestamp: now(), body: `${body} ü` }, [secret]);
    const verify = (text: string, more = {}) => new Webhook(secret).verify(text, { ...headers, ...more });
    expect(() => verify(`${body} ü`)).toThrow(/JSON/);
    expect(() => verify(body)).toThrow(/No matching signature/);
    expect(() => verify(`${body} ü`, { 'webhook-id': 'b' })).toThrow(/No matching signature/);
    const later = { 'webhook-timestamp': String(now() + 1) };
    expect(() => verify(`${body} ü`, later)).toThrow(/No matching signature/);
  });

  it('is made with a secret of 256 bits, another each time', () => {
    const [one, two] = [newWebhookSecret(), newWebhookSecret()];
    expect(one).not.toBe(two);
    expect(one).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  });
});
