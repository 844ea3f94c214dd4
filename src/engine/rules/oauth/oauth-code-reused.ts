import type { AuthFlow, FlowStep } from '../../flows/flow.js';
import { text } from '../../text.js';
import type { Evidence, FlowRule } from '../rule.js';
import { redemptionsOf } from './request.js';

export const oauthCodeReused: FlowRule = {
  id: 'oauth-code-reused',
  subject: 'flow',
  applies: { protocols: ['oauth', 'oidc'], grants: ['authorization-code', 'hybrid'] },
  severity: (flow) => (againOf(flow).some(wasTaken) ? 'high' : 'low'),
  grading:
    'High where the server took the code again; low where it refused, and only the ' +
    'client is wrong.',
  title: 'A code was redeemed more than once',
  why:
    'A code is good for one redemption: it has been in an address, and others may have read it. ' +
    'A server that takes it twice lets them in; one that refuses may end the tokens of the first ' +
    'time, and users are logged out for no reason that they see.',
  fix:
    'Let the server remember that a code was used, and the page redeem it once, then drop it ' +
    'from its address:\n\n' +
    "    history.replaceState(null, '', location.pathname);\n\n" +
    'In React, redeem outside of effects, which development mode runs twice.',
  breaks:
    'A client that repeats token requests when the network fails: it must begin a new ' +
    'login instead.',
  references: ['RFC 6749 §4.1.2', 'RFC 9700 §4.5', 'OWASP ASVS 5.0 V10.4.2', 'CWE-294'],
  check(flow) {
    const redemptions = redemptionsOf(flow);
    if (redemptions.length === 0) return 'does-not-apply';
    return againOf(flow).map((step): Evidence => ({
      text: wasTaken(step)
        ? text('evidence_oauth_code_taken_again', 'The server took the same code again.')
        : text('evidence_oauth_code_sent_again', 'The same code was sent again, and refused.'),
      exchange: step.exchange,
    }));
  },
};

/**
 * Redemptions of a code that the server had answered before; without an answer it is right to ask
 * again.
 */
function againOf(flow: AuthFlow): FlowStep[] {
  const redemptions = redemptionsOf(flow);
  const first = redemptions.findIndex(({ exchange: { status = 0 } }) => status > 0 && status < 500);
  return redemptions.filter(({ detail }, at) => detail.reused === true && first >= 0 && at > first);
}

function wasTaken({ exchange: { status = 0 }, detail }: FlowStep): boolean {
  return status >= 200 && status < 300 && detail.error === undefined;
}
