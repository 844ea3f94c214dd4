import { describe, expect, it } from 'vitest';
import type { Body } from '../../../../src/engine/model.js';
import { json } from '../../../support/bodies.js';
import { call, logouts, use } from '../../../support/box-logouts.js';

// Scripts ask who somebody is, by an answer of 200 whatever it is.

const ME = json({ id: 1, name: 'Ada' });
const NOT = json({ data: null, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
const ask = (path: string, responseBody: Body) => use(path, { type: 'fetch', responseBody });
const graphql = (responseBody: Body) => call('/graphql', { responseBody });

describe('a session is lost where an address says who somebody is, and then nobody', () => {
  it.each([
    ['/api/me', null],
    ['/api/auth/session', {}],
    ['/v1/user', { user: null }],
    ['/whoami', { data: { user: null } }],
    ['/api/current-user', []],
  ])('%s: %j', (path, answer) => {
    expect(logouts('/home', () => [ask(path, ME), ask(path, json(answer))])).toEqual([
      `session-lost ${path}`,
    ]);
  });

  it('a call of GraphQL', () => {
    const asked = () => [graphql(json({ data: { me: { id: 1 } } })), graphql(NOT)];
    expect(logouts('/home', asked)).toEqual(['session-lost /graphql']);
  });
});

describe('none is', () => {
  it.each([
    ['where it never said who', () => [ask('/api/me', json(null)), ask('/api/me', json(null))]],
    ['of another thing', () => [ask('/api/note', ME), ask('/api/note', json(null))]],
    ['of a list', () => [ask('/api/me/notes', ME), ask('/api/me/notes', json([]))]],
    [
      'where it did not work',
      () => [ask('/api/me', ME), ask('/api/me', json({ success: false, message: 'Try later' }))],
    ],
    [
      'by another call',
      () => [call('/rpc', { responseBody: ME }), call('/rpc', { responseBody: NOT })],
    ],
    [
      'for want of a right',
      () => [
        graphql(json({ data: { me: 1 } })),
        graphql(json({ errors: [{ message: 'Forbidden' }] })),
      ],
    ],
  ])('%s', (_, steps) => {
    expect(logouts('/home', steps)).toEqual([]);
  });
});
