import { describe, expect, it } from 'vitest';
import { expectedFindings } from '../../../accuracy/oracle/index.js';
import type { PlacedValue } from '../../../accuracy/evaluate/inventory.js';
import type { Label } from '../../../accuracy/support/stack.js';
import { line, HARD, answers, label, value, AT } from './labelled.js';

describe('expectedFindings', () => {
  it('leaves two cookies of one name open where their domains differ, and no others', () => {
    const twice = (more: string) => [line(HARD), line(`${HARD}; Domain=${more}`)];
    const both = [...twice('shop.test'), line(`${HARD}; Domain=.shop.test`)];
    expect(answers([label()], both, 'open')).toContain('cookie-duplicate-name');
    const again = [line(HARD), line(HARD)];
    expect(answers([label()], again, 'open')).not.toContain('cookie-duplicate-name');
  });

  it('leaves an answer with a token to its site, which the finding is about', () => {
    const token = label({ carrier: 'body', name: '/token', role: 'access-token' });
    const given = value({ carrier: 'body', name: '/token', value: 'x' });
    const entry = (cacheControl: string) => ({
      startedDateTime: new Date(AT).toISOString(),
      request: { method: 'GET', url: 'https://shop.test/renew', headers: [] },
      response: {
        status: 200,
        headers: [{ name: 'Cache-Control', value: cacheControl }],
        content: { mimeType: 'application/json' },
      },
    });
    const openIn = (cacheControl: string) =>
      expectedFindings({
        labels: [token],
        values: [given],
        entries: [entry(cacheControl)] as never,
        states: {},
      }).filter(({ ruleId }) => ruleId === 'token-response-cacheable');
    expect(openIn('private')).toMatchObject([{ about: 'shop.test', answer: 'open' }]);
    expect(openIn('no-store')).toEqual([]);
  });

  it.each<[string, Label, PlacedValue[], string]>([
    [
      'a role that is open',
      label({ role: ['session', 'other'] }),
      [line('x; Secure; HttpOnly')],
      'cookie-missing-samesite',
    ],
    [
      'a key that may be for the page',
      label({ carrier: 'url', name: 'key', role: 'api-key' }),
      [value({ carrier: 'url', name: 'key', value: 'abcdefghij', direction: 'sent' })],
      'token-in-url',
    ],
    ['a line that is odd', label(), [line(`${HARD}; Sameparty`)], 'cookie-malformed'],
    [
      'a cookie that a script set',
      label(),
      [value({ direction: 'sent', value: 'abcdefghij' })],
      'cookie-missing-secure',
    ],
  ])('leaves open %s', (_what, one, values, expected) => {
    expect(answers([one], values, 'open')).toContain(expected);
    expect(answers([one], values, 'asked')).not.toContain(expected);
  });
});
