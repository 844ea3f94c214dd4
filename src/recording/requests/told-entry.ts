import type { Exchange, ExchangeBodies, Millis } from '../../engine/model.js';
import type { DevtoolsEntry } from '../record.js';

// What an entry of DevTools gives: bodies of an exchange that is known, or one of its own.

export function bodiesOf(entry: DevtoolsEntry, exchangeId: string, at: Millis): ExchangeBodies[] {
  const { requestBody: request, responseBody: response, script, size, passwordCookies } = entry;
  const isNothing = !request && !response && script === undefined && size === undefined;
  if (isNothing && !passwordCookies) return [];
  return [
    {
      kind: 'bodies',
      exchangeId,
      at,
      ...(request && { request }),
      ...(response && { response }),
      ...(script && { script }),
      ...(size !== undefined && { size }),
      ...(passwordCookies && { passwordCookies }),
    },
  ];
}

export function exchangeOf(entry: DevtoolsEntry, id: string): Exchange {
  const { url, method, type, startedAt, status, requestHeaders, responseHeaders } = entry;
  const { requestBody, responseBody, script, limits, left, size, passwordCookies } = entry;
  return {
    id,
    url,
    method,
    type,
    startedAt,
    ...(script && { script }),
    ...(limits && { limits }),
    ...(passwordCookies && { passwordCookies }),
    request: {
      headers: requestHeaders,
      ...(requestBody && { body: requestBody }),
      ...(left && { left: left.request }),
    },
    ...(status > 0 && {
      response: {
        status,
        headers: responseHeaders,
        ...(responseBody && { body: responseBody }),
        ...(left && { left: left.response }),
        ...(size !== undefined && { size }),
      },
    }),
  };
}
