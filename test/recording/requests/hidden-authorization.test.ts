import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { hiddenAuthorization } from '../../../src/recording/requests/hidden-authorization.js';

const asked = (challenge: string | string[], url = 'https://shop.test/a'): Exchange => ({
  id: '1.0',
  url,
  method: 'GET',
  type: 'document',
  startedAt: 0,
  request: { headers: [] },
  response: {
    status: 401,
    headers: [challenge].flat().map((value) => ({ name: 'www-authenticate', value })),
  },
});
const told = (...of: Parameters<typeof asked>) => hiddenAuthorization(asked(...of))?.value;

describe('hiddenAuthorization', () => {
  it.each([
    ['Basic realm="Shop"', /^Basic [0-9a-f]{32}$/],
    ['basic', /^Basic [0-9a-f]{32}$/],
    ['Digest realm="x", nonce="1"', /^Digest$/],
    ['Basic realm="Digest of the day"', /^Basic/],
    ['Basic realm="x", Digest realm="x", nonce="1"', /^Digest$/],
    ['NTLM', /^NTLM$/],
  ])('answers %s', (challenge, expected) => {
    expect(told(challenge)).toMatch(expected);
  });

  it('answers the strongest of several headers', () => {
    expect(told(['Basic realm="x"', 'Negotiate'])).toBe('Negotiate');
  });

  it('stands for one pair in one protection space', () => {
    const here = told('Basic realm="Shop"');
    expect(told('Basic realm="Shop"', 'https://shop.test/b')).toBe(here);
    expect(told('Basic realm="Bank"')).not.toBe(here);
    expect(told('Basic realm="Shop"', 'https://bank.test/a')).not.toBe(here);
  });

  it.each(['Bearer realm="api"', 'Cookie form="/login"'])('says nothing of %s', (challenge) => {
    expect(told(challenge)).toBeUndefined();
  });
});
