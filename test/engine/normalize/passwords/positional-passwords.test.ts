import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { withJsonArguments } from '../../../../src/engine/normalize/passwords/positional-passwords.js';

const PASSWORD = 'open Sesame 7';
const json = 'application/json';

describe('arguments without names', () => {
  it.each<[what: string, call: unknown]>([
    ['a call', { method: 'login', params: ['ada', PASSWORD] }],
    ['a call with options', { method: 'login', params: ['ada', PASSWORD, { remember: true }] }],
    [
      'a call of Ext.Direct',
      { action: 'Auth', method: 'login', data: ['ada', PASSWORD], type: 'rpc', tid: 1 },
    ],
    ['a call of a call', { method: 'call', params: ['login', 'ada', PASSWORD] }],
    [
      'a call in the parameters of another one',
      { method: 'call', params: { method: 'authenticate', args: ['shop', 'ada', PASSWORD, {}] } },
    ],
  ])('hold a password, which is kept nowhere: %s', (_, call) => {
    const body = readBody(json, JSON.stringify(call));
    expect(body.passwordField).toBeDefined();
    expect(JSON.stringify(body)).not.toContain(PASSWORD);
  });

  it.each<[what: string, call: unknown]>([
    ['another call', { method: 'search', params: ['chair', 'blue'] }],
    ['another call of Ext.Direct', { action: 'Grid', method: 'read', data: ['chair', 'blue'] }],
    ['data of no list', { action: 'Auth', method: 'login', data: { page: 'a', sort: 'blue' } }],
    ['a call that has a name alone', { method: 'login', params: ['ada'] }],
    ['a call of a call of another kind', { method: 'call', params: ['list', 'login', 'blue'] }],
    ['numbers first', { method: 'login', params: [7, 'ada', 'blue'] }],
    ['more than anybody is asked for', { method: 'login', params: ['a', 'b', 'c', 'd', 'e'] }],
    ['no call', ['login', 'ada', 'blue']],
  ])('hold none: %s', (_, call) => {
    expect(readBody(json, JSON.stringify(call)).passwordField).toBeUndefined();
  });

  it('are none or some in any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (params) => {
        const fields = [{ pointer: '/a', value: 'b' }];
        expect(withJsonArguments(fields, { method: 'login', params })[0]).toEqual(fields[0]);
      }),
    );
  });
});
