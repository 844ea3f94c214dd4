import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('elsewhere');
const SID = random.base62(40);
const ABROAD = 'https://tracker.example/collect';

const given = exchange({
  url: 'https://shop.example/login',
  gets: { 'set-cookie': `sid=${SID}; Secure; HttpOnly` },
});

/** Where the session is told to have been taken to by one more request. */
function takenBy(more: ExchangeSpec): [carrier: string, locator: string, origin: string][] {
  const analysis = new Analysis();
  for (const one of [given, exchange({ type: 'fetch', ...more })]) analysis.addExchange(one);
  const session = analysis.credentials().find(({ name }) => name === 'sid');
  return (session?.leaks ?? []).map(({ carrier, locator, origin }) => [carrier, locator, origin]);
}

const posted = (mime: string, text: string): ExchangeSpec => ({
  url: ABROAD,
  method: 'POST',
  requestBody: readBody(mime, text),
});
const page = encodeURIComponent(`https://shop.example/?a=1&sid=${SID}`);

describe('a value that goes to another site', () => {
  it.each<[where: string, more: ExchangeSpec, carrier: string, locator: string]>([
    ['under another name', { url: `${ABROAD}?x=${SID}` }, 'url', 'x'],
    ['in an address in the address', { url: `${ABROAD}?dl=${page}` }, 'url', 'dl'],
    [
      'in an address within one within it',
      { url: `${ABROAD}?dl=${encodeURIComponent(`https://a.example/?b=${page}`)}` },
      'url',
      'dl',
    ],
    ['in base64', { url: `${ABROAD}?d=${btoa(JSON.stringify({ sid: SID }))}` }, 'url', 'd'],
    [
      'as what cookies say',
      posted('application/json', JSON.stringify({ cookie: `lang=en; sid=${SID}` })),
      'body',
      '/cookie',
    ],
    [
      'in a form',
      posted('application/x-www-form-urlencoded', `c=${encodeURIComponent(`sid=${SID}`)}`),
      'body',
      'c',
    ],
    ['in a header of its own', { url: ABROAD, sends: { 'x-copy': SID } }, 'header', 'x-copy'],
  ])('is seen %s', (_, more, carrier, locator) => {
    expect(takenBy(more)).toEqual([[carrier, locator, 'https://tracker.example']]);
  });

  it.each<[what: string, more: ExchangeSpec]>([
    ['to its own site', { url: `https://api.shop.example/?x=${SID}` }],
    ['as a part of another value', { url: `${ABROAD}?x=a${SID}` }],
    ['where it is not', { url: `${ABROAD}?x=${random.base62(40)}` }],
    [
      'where that site has the same value of its own',
      { url: ABROAD, sends: { cookie: `sid=${SID}`, 'x-copy': SID } },
    ],
    ['cut off', { url: `${ABROAD}?x=${SID.slice(0, 20)}` }],
  ])('is none %s', (_, more) => {
    expect(takenBy(more)).toEqual([]);
  });
});
