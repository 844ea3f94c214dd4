import { Analysis } from '../../src/engine/pipeline/analyze.js';
import { readBody } from '../../src/engine/normalize/bodies/body.js';
import type { ReportFlow } from '../../src/engine/report/report-event.js';
import { exchange, type ExchangeSpec } from './exchange.js';
import { Seeded } from './seeded.js';

const random = new Seeded('auth-flow');

export const APP = 'https://app.test';
export const IDP = 'https://idp.test';
/** A value that nothing can be read from, another one each time. */
export const opaque = () => random.base62(32);

/** The body of a form. */
export const form = (fields: Record<string, string>) =>
  readBody('application/x-www-form-urlencoded', new URLSearchParams(fields).toString());

/** A body of data. */
export const json = (fields: object) => readBody('application/json', JSON.stringify(fields));

/** An address with these parameters. */
export const address = (base: string, params: Record<string, string>, mark = '?') =>
  `${base}${mark}${new URLSearchParams(params)}`;

/** The flows that a report tells of these requests. */
export function flowsOf(...specs: ExchangeSpec[]): ReportFlow[] {
  const analysis = new Analysis();
  for (const spec of specs) analysis.addExchange(exchange(spec));
  return analysis.report({ source: { kind: 'har', url: APP, dropped: 0 }, version: '0' }).flows;
}

/** What the steps of a flow are. */
export const kinds = (flow: ReportFlow | undefined) => flow?.steps.map(({ kind }) => kind);

/** The parameters of an authorization request. */
export const request = (more: Record<string, string> = {}) => ({
  client_id: 'spa',
  response_type: 'code',
  redirect_uri: `${APP}/callback`,
  scope: 'openid profile',
  state: opaque(),
  ...more,
});
