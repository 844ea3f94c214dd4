import type { Exchange, Header } from '../../src/engine/model.js';

/** What a test says of an exchange; the rest is filled in. */
export interface ExchangeSpec {
  url: string;
  method?: string;
  type?: Exchange['type'];
  at?: number;
  /** Milliseconds to its answer. */
  takes?: number;
  topUrl?: string;
  status?: number;
  /** Request headers. */
  sends?: Record<string, string>;
  /** Response headers; an array gives several lines of one name. */
  gets?: Record<string, string | string[]>;
  requestBody?: Exchange['request']['body'];
  responseBody?: Exchange['request']['body'];
  redirectUrl?: string;
}

export const START = Date.UTC(2026, 0, 1);
let count = 0;

/** A finished exchange, one second after the one before. */
export function exchange(spec: ExchangeSpec): Exchange {
  const n = ++count;
  const startedAt = spec.at ?? START + n * 1000;
  const headers = (from: Record<string, string | string[]> = {}): Header[] =>
    Object.entries(from).flatMap(([name, value]) =>
      [value].flat().map((one) => ({ name, value: one })),
    );
  return {
    id: `x${n}`,
    url: spec.url,
    method: spec.method ?? 'GET',
    type: spec.type ?? 'document',
    startedAt,
    ...(spec.takes === undefined ? {} : { endedAt: startedAt + spec.takes }),
    topUrl: spec.topUrl ?? spec.url,
    request: {
      headers: headers(spec.sends),
      ...(spec.requestBody ? { body: spec.requestBody } : {}),
    },
    response: {
      status: spec.status ?? 200,
      headers: headers(spec.gets),
      ...(spec.responseBody ? { body: spec.responseBody } : {}),
    },
    ...(spec.redirectUrl ? { redirectUrl: spec.redirectUrl } : {}),
  };
}
