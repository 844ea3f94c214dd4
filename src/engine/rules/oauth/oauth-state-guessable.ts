import type { AuthFlow } from '../../flows/flow.js';
import type { Known } from '../../known.js';
import type { Severity } from '../../model.js';
import { isMasked } from '../../normalize/sources/masked-value.js';
import { text, type Text } from '../../text.js';
import { withMade } from '../request-draft.js';
import type { FlowRule } from '../rule.js';
import { isReadable, mostBitsOf } from './guessable.js';
import { atRequest, isBoundOtherwise, parameterOf } from './request.js';

export const oauthStateGuessable: FlowRule = {
  id: 'oauth-state-guessable',
  subject: 'flow',
  applies: { protocols: ['oauth', 'oidc'], grants: ['authorization-code', 'implicit', 'hybrid'] },
  severity: byFault,
  grading: 'Medium where it comes again or is no random value at all; low where it is only short.',
  title: 'The state can be guessed',
  why:
    'A state protects a login only if nobody else can know it: one that is short, written in ' +
    'words, or the same as the last time can be put into a forged answer, which the client then ' +
    'takes for its own.',
  fix:
    'Make it anew for each login from a secure random generator, and keep what else it held in ' +
    'the session:\n\n' +
    '    const state = crypto.randomUUID();\n\n' +
    'Compare it with the one in the session, and delete it there.',
  breaks:
    'Whatever else reads the state, such as the page to return to: keep that in the session ' +
    'under the random value. Logins in two tabs at once need an entry for each.',
  references: [
    'RFC 6749 §10.10',
    'RFC 9700 §4.7.1',
    'OWASP ASVS 5.0 V10.1.2',
    'CWE-330',
    'CWE-352',
  ],
  request: (draft) => withMade(draft, 'state', 'random'),
  check(flow, known) {
    if (!flow.state || isBoundOtherwise(flow)) return 'does-not-apply';
    const faults = faultsOf(flow, known);
    if (faults === undefined) return 'unknown';
    return faults.map((one) => ({ text: SENTENCES[one](), ...atRequest(flow) }));
  },
};

type Fault = 'reused' | 'readable' | 'short';

/** What is wrong with it; undefined where its value was not seen. */
function faultsOf(flow: AuthFlow, known: Known): Fault[] | undefined {
  const reused: Fault[] = flow.stateReused ? ['reused'] : [];
  const state = parameterOf(flow, 'state');
  if (state === undefined || isMasked(state)) return flow.stateReused ? reused : undefined;
  if (isReadable(state)) return [...reused, 'readable'];
  return mostBitsOf(state) < known.threshold('stateEntropy') ? [...reused, 'short'] : reused;
}

const SENTENCES: Readonly<Record<Fault, () => Text>> = {
  reused: () => text('evidence_oauth_state_reused', 'A login before this one had the same state.'),
  readable: () =>
    text(
      'evidence_oauth_state_readable',
      'Its state is made of words, an address or readable data.',
    ),
  short: () => text('evidence_oauth_state_short', 'Its state is too short to be unguessable.'),
};

function byFault(flow: AuthFlow, known: Known): Severity {
  return faultsOf(flow, known)?.some((one) => one !== 'short') ? 'medium' : 'low';
}
