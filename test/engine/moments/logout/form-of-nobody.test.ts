import { describe, expect, it } from 'vitest';
import { html } from '../../../support/bodies.js';
import { exchange, type ExchangeSpec } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';
import { Seeded } from '../../../support/seeded.js';

// A page for logging in, at an address with a word for logging out.

const random = new Seeded('forms of nobody');
const FORM = '<form method=post><input name=user><input type=password name=pass></form>';
const id = random.bytes(16).toString('hex');
const page = (markup: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({
    url: 'https://heat.test/account/login?op=logout',
    type: 'document',
    responseBody: html(markup),
    ...more,
  });
const told = (visit: ReturnType<typeof exchange>) =>
  momentsTold([visit]).filter((one) => one.startsWith('logout'));

describe('a page for logging in whose address says logout', () => {
  it('is no logout of whoever brings nothing', () => {
    expect(told(page(FORM))).toEqual([]);
    expect(told(page(FORM, { gets: { 'set-cookie': `sid=${id}; Path=/` } }))).toEqual([]);
  });

  it('is one of whoever brings something, or where something is taken', () => {
    expect(told(page(FORM, { sends: { cookie: `sid=${id}` } }))).toHaveLength(1);
    const gets = { 'set-cookie': 'sid=; Path=/; Max-Age=0' };
    expect(told(page(FORM, { sends: { cookie: `sid=${id}` }, gets }))).toHaveLength(1);
  });

  it('is one without a form', () => expect(told(page('<h1>Bye</h1>'))).toHaveLength(1));
});
