import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { call, logins, random } from '../../../support/admitted-visit.js';
import { json } from '../../../support/bodies.js';
import type { ExchangeSpec } from '../../../support/exchange.js';

describe('calls of one address, which is answered with 200 whatever becomes of them', () => {
  const answered = (action: object, answer: object, more: Partial<ExchangeSpec> = {}) =>
    call('/rpc', {
      method: 'POST',
      requestBody: json(action),
      responseBody: json(answer),
      ...more,
    });
  const token = random.base62(40);
  const rpc = (method: string, params: object, answer: object) =>
    answered({ jsonrpc: '2.0', id: 1, method, params }, { jsonrpc: '2.0', id: 1, ...answer });
  const denied = (message: string) => rpc('plant.read', {}, { error: { code: -32001, message } });

  it.each(['Access denied', 'not logged in', 'Zugriff verweigert', '로그인이 필요합니다'])(
    'turned down with %s',
    (message) => {
      const no = denied(message);
      const enters = rpc('crew.enter', { name: 'ada', word: 'x' }, { result: { seat: token } });
      const reads = rpc('plant.read', { seat: token }, { result: { pressure: 3 } });
      expect(logins(no, enters, reads)).toEqual(['login /rpc']);
    },
  );

  it('of GraphQL, with a token in Authorization', () => {
    const asks = { operationName: 'Courses', query: 'query Courses { courses { id } }' };
    const error = { errors: [{ message: 'x', extensions: { code: 'UNAUTHENTICATED' } }] };
    const no = answered(asks, error);
    const enters = answered(
      { operationName: 'In', query: 'mutation In { enter(a: "b") { seal } }' },
      { data: { enter: { seal: token } } },
    );
    const sends = { authorization: `Bearer ${token}` };
    const reads = answered(asks, { data: { courses: [{ id: 1 }] } }, { sends });
    expect(logins(no, enters, reads)).toEqual(['login /rpc']);
  });

  it.each([
    ['another call is answered', 'plant.list', 'Access denied'],
    ['it was refused for something else', 'plant.read', 'no such valve'],
  ])('tells no login where %s', (_why, method, message) => {
    const no = denied(message);
    const enters = rpc('crew.enter', { name: 'ada', word: 'x' }, { result: { seat: token } });
    const reads = rpc(method, { seat: token }, { result: { pressure: 3 } });
    expect(logins(no, enters, reads)).toEqual([]);
  });

  it('by messages that nobody can read, where one was sent since', () => {
    const sealed = (path: string, more: Partial<ExchangeSpec> = {}) =>
      call(path, {
        method: 'POST',
        requestBody: readBody('application/grpc-web+proto', 'AAAAAAkKB2FkYQ=='),
        responseBody: readBody('application/grpc-web+proto', 'AAAAAAkKB2FkYQ=='),
        ...more,
      });
    const no = sealed('/Port/List', { gets: { 'grpc-status': '16' } });
    const sends = { 'x-port-token': token };
    const [enters, other] = [sealed('/Gate/Open'), sealed('/Gate/Other')];
    const reads = sealed('/Port/List', { sends });
    expect(logins(no, enters, reads)).toEqual(['login /Gate/Open']);
    expect(logins(no, enters, other, reads)).toEqual([]);
    expect(logins(enters, reads)).toEqual([]);
  });
});
