import type { Observation } from './order.js';

/** About what it is long as text: of exchanges, which are many, without writing it. */
export function textLengthOf(observation: Observation): number {
  if (observation.kind !== 'exchange') return JSON.stringify(observation).length;
  const { request, response, messages = [], ...rest } = observation.exchange;
  const bodies = [request.body, response?.body, ...messages.map(({ body }) => body)];
  const headers = [...request.headers, ...(response?.headers ?? [])];
  return (
    JSON.stringify(rest).length +
    sum(headers, ({ name, value }) => name.length + value.length + HEADER_MARKS) +
    sum(bodies, (body) =>
      sum(body?.fields ?? [], ({ pointer, value }) => pointer.length + value.length + FIELD_MARKS),
    )
  );
}

/** What JSON writes around the texts of one: `{"name":"","value":""},`. */
const HEADER_MARKS = 23;
const FIELD_MARKS = 26;

function sum<T>(all: readonly T[], lengthOf: (one: T) => number): number {
  return all.reduce((total, one) => total + lengthOf(one), 0);
}
