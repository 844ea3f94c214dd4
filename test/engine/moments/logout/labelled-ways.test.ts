import { describe, expect, it } from 'vitest';
import type { WayOut } from '../../../../src/engine/model.js';
import { LabelledWays } from '../../../../src/engine/moments/logout/labelled-ways.js';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { exchange, type ExchangeSpec } from '../../../support/exchange.js';

const SITE = 'https://box.test';
const form = (fields: string) => readBody('application/x-www-form-urlencoded', fields);

/** A page at `/in/` that leads there, before or after which others were shown. */
function shown(...pages: WayOut[][]): LabelledWays {
  const ways = new LabelledWays();
  for (const waysOut of pages) {
    const responseBody = { ...readBody('text/html', '<p>'), waysOut };
    ways.exchange(exchange({ url: `${SITE}/in/`, responseBody }));
  }
  return new LabelledWays(JSON.parse(JSON.stringify(ways.save())));
}
const asked = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, ...more });
const posted = (path: string, more: Partial<ExchangeSpec> = {}) =>
  asked(path, { method: 'POST', ...more });

describe('a request by what a page calls the way out', () => {
  it.each<[string, WayOut, ReturnType<typeof asked>]>([
    ['a link', { to: '/tor' }, asked('/tor')],
    ['a link that is told from the page', { to: 'tor?a=1' }, asked('/in/tor?a=1')],
    ['a link to a part of another page', { to: '/tor#oben' }, asked('/tor')],
    ['a form', { to: '/tor', form: true }, posted('/tor')],
    ['a form of the page itself', { to: '', form: true }, posted('/in/')],
    [
      'a form that asks for it',
      { to: '/tor', form: true, word: 'delete' },
      posted('/tor', { requestBody: form('_method=delete&x=1') }),
    ],
    ['what leads on', { to: '/tor' }, asked('/tor', { status: 302, redirectUrl: SITE })],
  ])('is known: %s', (_, way, request) => {
    expect(shown([way]).isOne(request)).toBe(true);
    // Pages after it do not say so again, and it is still the way out.
    expect(shown([way], [], [{ to: '/anders' }]).isOne(request)).toBe(true);
  });

  it.each<[string, WayOut, ReturnType<typeof asked>]>([
    ['to another address', { to: '/tor' }, asked('/tor/2')],
    ['with another question', { to: '/tor' }, asked('/tor?a=1')],
    ['that a script makes', { to: '/tor' }, asked('/tor', { type: 'fetch' })],
    ['that was refused', { to: '/tor' }, asked('/tor', { status: 403 })],
    ['that has no answer yet', { to: '/tor' }, asked('/tor', { status: 0 })],
    ['by a form where there is a link', { to: '/tor' }, posted('/tor')],
    ['by a link where there is a form', { to: '/tor', form: true }, asked('/tor')],
    ['of another kind', { to: '/tor', form: true }, asked('/tor', { method: 'PUT' })],
    [
      'that brings a password',
      { to: '/tor', form: true },
      posted('/tor', { requestBody: form('user=ada&password=x') }),
    ],
    [
      'of the form beside it',
      { to: '/tor', form: true, word: 'delete' },
      posted('/tor', { requestBody: form('_method=put') }),
    ],
    ['that says nothing', { to: '/tor', form: true, word: 'delete' }, posted('/tor')],
    ['of the page, for a mark in it', { to: '#' }, asked('/in/')],
    ['of a script', { to: 'javascript:void(0)' }, asked('/in/')],
  ])('is none: one %s', (_, way, request) => expect(shown([way]).isOne(request)).toBe(false));

  it('is known of the latest pages alone', () => {
    const pages = Array.from({ length: 70 }, (_, n) => [{ to: `/tor/${n}` }]);
    const ways = shown(...pages);
    expect(ways.save()).toHaveLength(64);
    expect([ways.isOne(asked('/tor/0')), ways.isOne(asked('/tor/69'))]).toEqual([false, true]);
  });

  it('is noted once, however often a page says so', () => {
    expect(shown([{ to: '/tor' }], [{ to: '/tor' }, { to: '/tor', form: true }]).save()).toEqual([
      { to: `${SITE}/tor` },
      { to: `${SITE}/tor`, form: true },
    ]);
  });
});
