import type { AuthFlow } from '../../flows/flow.js';
import { isTokenStep } from '../../flows/auth-step.js';
import type { Known } from '../../known.js';
import type { Severity } from '../../model.js';
import { text } from '../../text.js';
import type { FlowRule } from '../rule.js';
import { answerOf } from './request.js';

/** How long after an answer a login may be that it led to. */
const SOON = 60_000;

export const oauthStateMismatch: FlowRule = {
  id: 'oauth-state-mismatch',
  subject: 'flow',
  applies: { protocols: ['oauth', 'oidc'], grants: ['authorization-code', 'implicit', 'hybrid'] },
  severity: byOutcome,
  grading: 'High where the login went on in spite of it; low where nothing followed.',
  title: 'The answer has another state than the request',
  why:
    'The state that came back is not the one that was sent, so the answer may belong to somebody ' +
    'else’s login. A client that goes on takes whatever is slipped in; one that stops has just ' +
    'done its work.',
  fix:
    'Compare before anything else, and stop where they differ:\n\n' +
    "    if (params.get('state') !== session.state) throw new Error('state');\n\n" +
    'Where this happens in ordinary use, look for a proxy or a server that changes the ' +
    'parameter, and for logins in two tabs that overwrite each other’s state.',
  breaks:
    'Logins that only worked because nobody compared: those of a server that changes the state. ' +
    'Log how often it happens before you refuse.',
  references: ['RFC 6749 §10.12', 'RFC 9700 §4.7.1', 'OWASP ASVS 5.0 V10.1.2', 'CWE-352'],
  strength: 'The state of every answer is the one that was sent.',
  check(flow) {
    if (!flow.state) return 'does-not-apply';
    if (flow.stateMatches === undefined) return 'unknown';
    if (flow.stateMatches) return [];
    const exchange = flow.steps.find(({ kind }) => kind === 'authorization-response')?.exchange;
    return [
      {
        text: text(
          'evidence_oauth_state_mismatch',
          'The answer brought another state than the request had sent, or none.',
        ),
        ...(exchange && { exchange }),
      },
    ];
  },
};

function byOutcome(flow: AuthFlow, known: Known): Severity {
  const answer = answerOf(flow);
  if (!answer) return 'low';
  const redeemed = flow.steps.some(
    (step) => isTokenStep(step) && step.at >= answer.at && 'gave' in step.detail,
  );
  const loggedIn = known.moments.some(
    ({ type, at }) => type === 'login' && at >= answer.at && at - answer.at < SOON,
  );
  return redeemed || loggedIn ? 'high' : 'low';
}
