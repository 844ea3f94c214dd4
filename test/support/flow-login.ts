import { expect } from 'vitest';
import { Analysis } from '../../src/engine/pipeline/analyze.js';
import type { ReportFlow } from '../../src/engine/report/report-event.js';
import { exchange, type ExchangeSpec } from './exchange.js';
import { APP, IDP, opaque } from './flow-visit.js';
import { schemaErrors } from './report-schema.js';

/** The flows of a report on these requests, which is one of the schema. */
export function flowsOf(...specs: readonly ExchangeSpec[]): ReportFlow[] {
  const analysis = new Analysis();
  for (const spec of specs) analysis.addExchange(exchange(spec));
  const report = analysis.report({ source: { kind: 'har', url: APP, dropped: 0 }, version: '0' });
  expect(schemaErrors(report)).toEqual([]);
  return report.flows;
}

/** The state and the code of the one login. */
export const STATE = opaque();
export const CODE = opaque();

/** The address of its authorization request. */
export const address = (params: Record<string, string> = {}) =>
  `${IDP}/authorize?${new URLSearchParams({
    client_id: 'shop',
    response_type: 'code',
    redirect_uri: `${APP}/callback`,
    scope: 'openid',
    state: STATE,
    ...params,
  })}`;

/** The address that its answer leads to. */
export const callback = (params: Record<string, string> = {}) =>
  `${APP}/callback?${new URLSearchParams({ code: CODE, state: STATE, ...params })}`;

/** The request and its answer. */
export const login = (
  asked: Record<string, string> = {},
  given: Record<string, string> = {},
): ExchangeSpec => ({ url: address(asked), status: 302, redirectUrl: callback(given) });
