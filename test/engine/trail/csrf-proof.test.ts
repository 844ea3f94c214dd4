import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { bodyProofsOf, csrfProofOf, withBodyProofs } from '../../../src/engine/trail/csrf-proof.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';

const of = (spec: Partial<ExchangeSpec>) =>
  csrfProofOf(exchange({ url: 'https://shop.test/orders', method: 'POST', ...spec }));
const form = (source: string) => readBody('application/x-www-form-urlencoded', source);
const json = (source: string) => readBody('application/json', source);
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
    [
      'a token in a parameter of the address',
      { url: 'https://shop.test/orders?sesskey=Ab3dE6gH9k' },
      ['field-token'],
    ],
    [
      'a random field under a name of its own',
      { sends: FORM, requestBody: form('once=8c1f2e7a9b&item=1') },
      ['random-field'],
    ],
    ['a body that was not seen', { sends: FORM }, ['unseen-body']],
    ...['javax.faces.ViewState', 'jakarta.faces.ViewState', 'form:javax.faces.ViewState'].map(
      (name): [string, Partial<ExchangeSpec>, string[]] => [
        `the number of a view of Faces: ${name}`,
        { sends: FORM, requestBody: form(`${encodeURIComponent(name)}=-12345678%3A87654321&f=f`) },
        ['random-field'],
      ],
    ),
    [
      'a view of Faces that the server does not keep',
      { sends: FORM, requestBody: form('javax.faces.ViewState=stateless&f=f') },
      [],
    ],
    ['a number', { sends: FORM, requestBody: form('faces.view=-12345678%3A87654321') }, []],
    [
      'JSON',
      {
        sends: { 'content-type': 'application/json; charset=utf-8' },
        requestBody: json('{"a":1}'),
      },
      ['preflight'],
    ],
    ['a form as text', { sends: { 'content-type': 'text/plain;charset=UTF-8' } }, ['unseen-body']],
    ['what a framework adds', { sends: { 'hx-request': 'true' } }, ['preflight']],
    ['a scheme that no browser remembers', { sends: { authorization: 'Token a' } }, ['preflight']],
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

  it('knows that something was sent where its size alone is told', () => {
    const sent = exchange({ url: 'https://shop.test/orders', method: 'POST', sends: {} });
    expect(bodyProofsOf(sent)).toEqual([]);
    const unread = { ...sent, request: { ...sent.request, isUnread: true as const } };
    expect(bodyProofsOf(unread)).toEqual(['unseen-body']);
  });

  it('knows more once the body is told', () => {
    const [seen] = [of({ sends: { ...FORM, origin: 'https://shop.test' } })];
    const told = bodyProofsOf(
      exchange({ url: 'https://shop.test/orders', method: 'POST', requestBody: form('item=1') }),
    );
    expect(withBodyProofs(seen, told)).toEqual(['origin']);
  });
});
