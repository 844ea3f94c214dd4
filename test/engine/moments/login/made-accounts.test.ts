import { describe, expect, it } from 'vitest';
import { json } from '../../../support/bodies.js';
import { hex, momentsOf, post } from '../../../support/shop-moments.js';

const WHO = { username: 'ada', password: 'correct horse' };
const sent = (path: string, request: object, answer: object) =>
  post(path, {
    type: 'fetch',
    requestBody: json({ ...WHO, ...request }),
    responseBody: json(answer),
  });

describe('a password that makes an account', () => {
  it.each<[string, string, object, object]>([
    ['by its address', '/api/reguser', {}, { status: 0 }],
    ['by the name of its method', '/api/index.php', { method: 'register' }, { success: true }],
    ['at a place for logins', '/auth', { action: 'signup' }, { success: true }],
    ['by JSON-RPC', '/rpc', { jsonrpc: '2.0', method: 'user.create' }, { result: { id: 7 } }],
    ['by GraphQL', '/graphql', { operationName: 'RegisterUser' }, { data: { ok: true } }],
    ['by what it is answered', '/api/people/7/accept', {}, { message: 'Account activated.' }],
    ['in Chinese', '/api/people', {}, { message: '注册成功！' }],
  ])('is no login: %s', (_, path, request, answer) => {
    expect(momentsOf([sent(path, request, answer)])).toEqual([]);
  });

  it.each<[string, string, object, object]>([
    ['what it is given at once', '/api/reguser', {}, { token: hex(40) }],
    ['what a call is given', '/rpc', { method: 'user.create' }, { token: hex(40) }],
    ['a greeting', '/api/login', {}, { message: 'User logged in successfully' }],
    ['a call for it', '/api/index.php', { method: 'login' }, { token: hex(40) }],
  ])('logs in with %s', (_, path, request, answer) => {
    expect(momentsOf([sent(path, request, answer)])).toEqual([`login shop.test ${path}`]);
  });
});
