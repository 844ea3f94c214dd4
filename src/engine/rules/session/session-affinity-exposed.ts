import type { Credential, Severity } from '../../model.js';
import { text } from '../../text.js';
import { encodedAddress, internalHostIn } from '../../values/ids/affinity.js';
import { tellHost, tellName } from '../../values/telling/redact.js';
import { routeOf } from '../../values/ids/route.js';
import { percentDecode } from '../../values/unwrap.js';
import type { Check, CredentialRule } from '../rule.js';

export const sessionAffinityExposed: CredentialRule = {
  id: 'session-affinity-exposed',
  subject: 'credential',
  applies: { kinds: ['cookie'] },
  severity: byWhatItTells,
  grading: 'Low for an internal address or host name; info for a mere name of a server.',
  title: 'A cookie tells which server is behind the load balancer',
  why:
    'A load balancer finds the server of a session again by a mark in a cookie. Here that mark ' +
    'can be read: it tells everybody how the network behind is built, and lets a client choose ' +
    'the server that answers it.',
  fix:
    'Let the load balancer encrypt its cookie, or give the servers names that say nothing:\n\n' +
    '    # F5 BIG-IP: the persistence profile\n    cookie-encryption required\n' +
    '    # NetScaler\n    set ns param -encryption ENABLED\n' +
    '    # HAProxy: a key in place of the name\n' +
    '    cookie SRV insert indirect nocache dynamic\n' +
    '    dynamic-cookie-key <random>\n' +
    '    <!-- Tomcat: server.xml, with a name that means nothing elsewhere -->\n' +
    '    <Engine name="Catalina" jvmRoute="a7" />\n\n' +
    'With a store of sessions that all servers share, no such mark is needed at all.',
  breaks:
    'Whoever has the old cookie may come to another server once, and lose a session that only ' +
    'the first one knows. Change it while few are logged in, and on all load balancers at ' +
    'the same time.',
  references: ['CWE-200', 'OWASP WSTG-SESS-04'],
  check,
};

function check(credential: Credential): Check {
  const { name, host, role } = credential;
  const told = { name: tellName(name), host: tellHost(host) };
  const address = addressIn(credential);
  if (address !== undefined) {
    const values = { ...told, address: tellHost(address) };
    const said = text(
      'evidence_affinity_address',
      'The cookie {name} of {host} tells the internal address {address}.',
      values,
    );
    return [{ text: said, exchange: credential.cookie?.setBy }];
  }
  const route = serverIn(credential);
  if (route !== undefined) {
    const values = { ...told, route: tellName(route) };
    const said = text(
      'evidence_session_route',
      'Behind the id in the cookie {name} of {host} stands a server: {route}.',
      values,
    );
    return [{ text: said, exchange: credential.cookie?.setBy }];
  }
  return role === 'session' || role === 'load-balancer' ? [] : 'does-not-apply';
}

/**
 * Whatever the cookie is taken for, the published layouts are unmistakable; else it has to be one
 * of a load balancer.
 */
function addressIn(credential: Credential): string | undefined {
  const { role, value } = credential;
  const encoded = encodedAddress(percentDecode(value).replace(/^"(.*)"$/, '$1'));
  if (encoded !== undefined) return internalHostIn(encoded);
  if (role === 'load-balancer') return internalHostIn(value);
  const route = serverIn(credential);
  return route === undefined ? undefined : internalHostIn(route);
}

/** What a worker is called, rather than any other word behind a dot. */
const WORKER = /\d|^(?:node|app|web|srv|server|tomcat|jvm|worker|jboss|wildfly)/i;
/** Jetty's own name for the only server there is. */
const ONLY_ONE = /^node0$/;

function serverIn({ role, format, name, value }: Credential): string | undefined {
  if (role !== 'session' || format !== 'opaque') return undefined;
  const route = routeOf(percentDecode(value))?.route;
  if (route === undefined || ONLY_ONE.test(route)) return undefined;
  return /jsessionid/i.test(name) || WORKER.test(route) ? route : undefined;
}

function byWhatItTells(credential: Credential): Severity {
  return addressIn(credential) === undefined ? 'info' : 'low';
}
