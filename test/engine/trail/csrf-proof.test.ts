import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/body.js';
import { csrfProofOf } from '../../../src/engine/trail/csrf-proof.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';

const of = (spec: Partial<ExchangeSpec>) =>
  csrfProofOf(exchange({ url: 'https://shop.test/orders', method: 'POST', ...spec }));
const form = (source: string) => readBody('application/x-www-form-urlencoded', source);
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('what a request has to show against forgery', () => {
  it.each([
    ['nothing', { sends: FORM, requestBody: form('item=1') }, []],
    [
      'a token in a field',
      { sends: FORM, requestBody: form('csrf_token=8c1f2e7a9b3d4f60&item=1') },
      ['field-token'],
    ],
    ['a token in a header', { sends: { 'x-csrf-token': 'a' } }, ['header-token', 'preflight']],
    ['a header of its own', { sends: { 'x-requested-with': 'XMLHttpRequest' } }, ['preflight']],
    ['JSON', { sends: { 'content-type': 'application/json; charset=utf-8' } }, ['preflight']],
    ['a form as text', { sends: { 'content-type': 'text/plain;charset=UTF-8' } }, []],
    ['a bearer token', { sends: { authorization: 'Bearer a' } }, ['preflight']],
    ['a Basic password', { sends: { authorization: 'Basic YTpi' } }, []],
    ['another method', { method: 'DELETE' }, ['preflight']],
    [
      'the browser’s own word',
      { sends: { origin: 'https://shop.test', 'sec-fetch-site': 'same-origin' } },
      ['origin', 'fetch-site'],
    ],
    ['what a proxy adds', { sends: { 'x-forwarded-for': '10.0.0.1' } }, []],
  ])('%s', (_what, spec, proofs) => {
    expect(of(spec)).toEqual(proofs);
  });
});
