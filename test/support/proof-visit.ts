import type { Exchange } from '../../src/engine/model.js';
import { Analysis } from '../../src/engine/pipeline/analyze.js';
import type { Proposal } from '../../src/engine/proof/proposal.js';
import { exchange, type ExchangeSpec } from './exchange.js';

export const SITE = 'https://shop.test';
export const JSON_TYPE = { 'content-type': 'application/json' };
export const HTML_TYPE = { 'content-type': 'text/html; charset=utf-8' };
export const ID = 'Xk29vQpLm3Rt8Zw1Yb5Nc7Hd';
/** What the browser sends after the login. */
export const LOGGED_IN = { cookie: `sid=${ID}; theme=dark; XSRF-TOKEN=4f8a1c9e7b2d6035aa` };

/** A page that was loaded. */
export const page = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: `${SITE}${path}`, gets: HTML_TYPE, status: 200, ...more });

/** Data that the page asked for. */
export const data = (path: string, more: Partial<ExchangeSpec> = {}) =>
  page(path, { type: 'fetch', gets: JSON_TYPE, topUrl: `${SITE}/`, ...more });

/** A login by a form. */
export const login = () =>
  page('/login', {
    method: 'POST',
    status: 302,
    redirectUrl: `${SITE}/home`,
    requestBody: { kind: 'form', mimeType: 'x', bytes: 9, fields: [], passwordField: 'password' },
    gets: { ...HTML_TYPE, 'set-cookie': [`sid=${ID}; HttpOnly; Path=/`, 'theme=dark'] },
  });

/** What is proposed after these requests. */
export function visit(...exchanges: Exchange[]) {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  return (question: Proposal['question'] = 'authenticates') =>
    analysis.propose(question, SITE, exchanges);
}
