import type { ReportFlow } from '../../engine/report/report-event.js';
import type { MessageKey } from '../words/i18n.js';
import { AUTHORIZATION_REQUESTS } from '../../engine/flows/flow.js';

/** What protects a login, or fails to. */
export interface FlowMark {
  key: MessageKey;
  state: 'good' | 'bad' | 'plain';
}

const BY_BROWSER: ReadonlySet<string> = new Set(['authorization-code', 'implicit', 'hybrid']);

/** The protections of a flow: only those that its grant can have, and what was seen of them. */
export function flowMarks(flow: ReportFlow): FlowMark[] {
  // What was not seen of it is not missing.
  const requestSeen = flow.steps.some(({ kind }) => AUTHORIZATION_REQUESTS.has(kind));
  const marks = BY_BROWSER.has(flow.grant)
    ? [...pkceOf(flow), stateOf(flow), ...nonceOf(flow)].filter(
        ({ key }) => requestSeen || !OF_ABSENCE.has(key),
      )
    : [];
  if (flow.pushed) marks.push({ key: 'ui_flowPushed', state: 'good' });
  if (flow.dpop) marks.push({ key: 'ui_flowDpop', state: 'good' });
  if (flow.deviceBound) marks.push({ key: 'ui_flowDeviceBound', state: 'good' });
  if (flow.clientSecret) marks.push({ key: 'ui_flowClientSecret', state: 'bad' });
  return marks;
}

/** Marks that say that something is not there. */
const OF_ABSENCE: ReadonlySet<MessageKey> = new Set([
  'ui_flowPkceNone',
  'ui_flowStateNone',
  'ui_flowNonceNone',
]);

/** RFC 9700 §2.1.1: every code flow needs PKCE. Unknown where the request was pushed unseen. */
function pkceOf({ pkce, grant }: ReportFlow): FlowMark[] {
  if (pkce === undefined || grant === 'implicit') return [];
  if (pkce === 'S256') return [{ key: 'ui_flowPkceS256', state: 'good' }];
  return [{ key: pkce === 'plain' ? 'ui_flowPkcePlain' : 'ui_flowPkceNone', state: 'bad' }];
}

/** RFC 9700 §4.7.1: PKCE can stand in for `state`; another `state` coming back is an alarm. */
function stateOf({ state, stateMatches, pkce }: ReportFlow): FlowMark {
  if (stateMatches === false) return { key: 'ui_flowStateWrong', state: 'bad' };
  if (state) return { key: 'ui_flowState', state: 'good' };
  return { key: 'ui_flowStateNone', state: pkce === 'S256' ? 'plain' : 'bad' };
}

/** OpenID Connect Core §3.2.2.1: where ID tokens pass through the browser, a nonce is required. */
function nonceOf({ protocol, nonce, grant }: ReportFlow): FlowMark[] {
  if (protocol !== 'oidc') return [];
  if (nonce) return [{ key: 'ui_flowNonce', state: 'good' }];
  return [{ key: 'ui_flowNonceNone', state: grant === 'authorization-code' ? 'plain' : 'bad' }];
}
