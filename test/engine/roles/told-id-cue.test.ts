import { describe, expect, it } from 'vitest';
import { form, json } from '../../support/bodies.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const SITE = 'https://shop.test';
const random = new Seeded('told ids');
const [sid, id] = [random.base62(32), `sess_${random.base62(27)}`];
const cookie = { cookie: `sid=${sid}` };
const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, topUrl: `${SITE}/`, type: 'fetch', sends: cookie, ...more });
const login = (gets: Record<string, string>) =>
  at('/sign-in', {
    method: 'POST',
    sends: {},
    requestBody: form('user=ada&password=x'),
    responseBody: json({ created_session_id: id, sessions: [{ id }] }),
    gets,
  });
const given = login({ 'set-cookie': `sid=${sid}; Path=/; HttpOnly; Secure` });
const touched = (more: Partial<ExchangeSpec> = {}) =>
  at(`/client/sessions/${id}/touch`, {
    method: 'POST',
    responseBody: json({ ok: 'yes' }),
    ...more,
  });
const roleOf = (...exchanges: ReturnType<typeof at>[]) => {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  return analysis.credentials().find(({ value }) => value === id)?.role;
};

describe('the id of a session in a path', () => {
  it('is none where a cookie beside it says who asks', () => {
    expect(roleOf(given, at('/api/me'), touched(), touched())).toBe('other');
  });

  it('is one where nothing else does', () => {
    expect(roleOf(login({}), touched({ sends: {} }))).toBe('session');
  });

  it('is one where it is sent in a header as well', () => {
    const sent = at('/api/orders', { sends: { ...cookie, 'x-session-id': id } });
    expect(roleOf(given, at('/api/me'), touched(), sent)).toBe('session');
  });
});
