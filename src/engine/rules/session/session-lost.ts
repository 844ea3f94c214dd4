import type { Known } from '../../known.js';
import type { Credential, Severity } from '../../model.js';
import type { Moment } from '../../moments/moment.js';
import { text, type Text } from '../../text.js';
import { tellName, tellRequest } from '../../values/telling/redact.js';
import type { CredentialRule } from '../rule.js';

export const sessionLost: CredentialRule = {
  id: 'session-lost',
  subject: 'credential',
  applies: { kinds: ['cookie'], roles: ['session'] },
  severity: bySigns,
  grading:
    'Medium where another id, another server or a load balancer was seen as well; low ' +
    'without such a sign.',
  title: 'A live session was lost, though nobody logged out',
  why:
    'An id that had been accepted moments before was not known any more. Mostly several servers ' +
    'answer in turn, and each knows its own sessions alone; or one was restarted, and kept them ' +
    'in memory. Users are logged out at random.',
  fix:
    'Let all servers know all sessions. A store that they share:\n\n' +
    '    // Express\n' +
    '    app.use(session({ store: new RedisStore({ client }), ' +
    'secret: process.env.SESSION_SECRET }));\n' +
    '    ; PHP: php.ini\n' +
    '    session.save_handler = redis\n' +
    '    session.save_path = "tcp://sessions.internal:6379"\n' +
    '    # Spring Boot: application.properties\n    spring.session.store-type=redis\n\n' +
    'Sign with the same secret everywhere, and keep it over a restart: a secret that each server ' +
    'makes up for itself (ASP.NET Core Data Protection, Flask, Rails in containers) looks the ' +
    'same from outside. Until then, let the load balancer send each user to one server (sticky ' +
    'sessions); that hides the fault until that server goes.',
  breaks:
    'Moving sessions into another store logs everybody out once. What is kept in a session has ' +
    'to be serialisable there. Before that, see whether the server ended the session on purpose: ' +
    'a limit of time, a changed password, a login elsewhere.',
  references: ['CWE-613', 'OWASP ASVS 5.0 V7.3.1'],
  check(credential, known) {
    const losses = lossesOf(credential, known);
    if (losses.length > 0)
      return losses.map((moment) => ({ text: told(moment), exchange: moment.exchange }));
    const uses = credential.sightings.filter(({ direction }) => direction === 'sent');
    return uses.reduce((sum, { count }) => sum + count, 0) > 1 ? [] : 'does-not-apply';
  },
};

/** Not after a while without use: servers end such sessions on purpose. */
function lossesOf({ id }: Credential, { moments }: Known): Moment[] {
  return moments.filter(
    ({ type, credentialId, detail }) =>
      type === 'session-lost' && credentialId === id && detail?.['idle'] === undefined,
  );
}

function told({ exchange, detail = {} }: Moment): Text {
  const request = { request: tellRequest(exchange) };
  const { node, newNode, affinity } = detail;
  if (typeof node === 'string' && typeof newNode === 'string') {
    const servers = { ...request, node: tellName(node), newNode: tellName(newNode) };
    return text(
      'evidence_session_lost_node',
      '{request} carried an id of the server {node}, and {newNode} gave another one.',
      servers,
    );
  }
  if (typeof affinity === 'string') {
    return text(
      'evidence_session_lost_affinity',
      '{request} carried a live id and was not known, although {affinity} keeps users ' +
        'at one server.',
      { ...request, affinity: tellName(affinity) },
    );
  }
  return detail['newId'] === true
    ? text(
        'evidence_session_lost_new',
        '{request} carried a live id, was not known, and was given another one.',
        request,
      )
    : text('evidence_session_lost', '{request} carried a live id and was not known.', request);
}

function bySigns(credential: Credential, known: Known): Severity {
  const hasSign = lossesOf(credential, known).some(
    ({ detail = {} }) => detail['newId'] === true || 'affinity' in detail || 'newNode' in detail,
  );
  return hasSign ? 'medium' : 'low';
}
