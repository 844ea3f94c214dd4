import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, START } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('said beside');
const SECRET = random.base62(200);
const stored = (value: unknown) => {
  const analysis = new Analysis();
  const text = JSON.stringify(value);
  analysis.addSnapshot({
    kind: 'storage',
    at: START,
    origin: 'https://a.test',
    area: 'localStorage',
    items: [{ key: 'shop.cache', value: text, length: text.length }],
    dropped: 0,
  });
  return analysis.credentials().map(({ role }) => role);
};
const answered = (value: unknown) => {
  const analysis = new Analysis();
  const responseBody = readBody('application/json', JSON.stringify(value));
  analysis.addExchange(exchange({ url: 'https://a.test/api', type: 'fetch', responseBody }));
  return analysis.credentials().map(({ role }) => role);
};

describe('what stands beside a secret says what it is', () => {
  it.each<[object, string]>([
    [{ credentialType: 'RefreshToken', secret: SECRET }, 'refresh-token'],
    [{ credentialType: 'AccessToken', secret: SECRET, target: 'read' }, 'access-token'],
    [{ credential_type: 'IdToken', secret: SECRET }, 'id-token'],
    [{ tokenType: 'refresh_token', value: SECRET }, 'refresh-token'],
    [{ token_type: 'Bearer', token: SECRET }, 'access-token'],
    [{ type: 'refresh', token: SECRET }, 'refresh-token'],
    [{ kind: 'refresh', raw: SECRET }, 'refresh-token'],
    [{ list: [{ type: 'RefreshToken', data: SECRET }] }, 'refresh-token'],
  ])('%j: %s', (value, role) => {
    expect(stored({ home: { entry: value } })).toEqual([role]);
    expect(answered({ entry: value })).toEqual([role]);
  });

  it('says nothing of another one than the one that it names', () => {
    const told = { access_token: random.base62(40), token_type: 'Bearer', Key: SECRET };
    expect(answered(told)).toEqual(['access-token']);
  });

  it.each<object>([
    { type: 'item', value: SECRET },
    { credentialType: 'Account', value: SECRET },
    { type: 'refresh', name: SECRET },
    { other: { type: 'refresh' }, value: SECRET },
    { type: 'refresh', value: 'every-five-minutes' },
  ])('%j says nothing', (value) => {
    expect(stored(value)).toEqual([]);
  });

  it('says it of a member that has a name of its own no more than that name', () => {
    expect(stored({ token_type: 'Bearer', refresh_token: SECRET })).toEqual(['refresh-token']);
  });
});
