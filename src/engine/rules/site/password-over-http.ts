import type { Known } from '../../known.js';
import { isLoginAct } from '../../moments/login-words.js';
import { text } from '../../text.js';
import type { LoggedExchange } from '../../trail/exchange-log.js';
import { tellHost, tellRequest } from '../../values/redact.js';
import type { ExchangeRule } from '../rule.js';
import { isFirstAtSite, isInClear } from './in-clear.js';

export const passwordOverHttp: ExchangeRule = {
  id: 'password-over-http',
  subject: 'exchange',
  severity: 'high',
  title: 'A password is sent over plain http',
  why:
    'Everybody between the browser and the server can read it: in the same wireless network, at ' +
    'the provider, on any machine in between. People use one password in several places.',
  fix:
    'Serve the whole site by https, and send what comes by http there before ' +
    'anything is shown:\n\n' +
    '    server {\n      listen 80;\n      server_name www.example.com;\n' +
    '      return 301 https://www.example.com/;\n    }\n\n' +
    'To hash the password in the page is no help: then the hash is what logs in.',
  breaks:
    'Clients that know the http address and do not follow redirects, above all with POST. Have a ' +
    'certificate in place first; for devices in a private network an authority of ' +
    'your own is a way.',
  references: ['CWE-319', 'OWASP ASVS 5.0 V12.2.1', 'OWASP WSTG-ATHN-01', 'RFC 7617 §4'],
  strength: 'Passwords are sent by https alone.',
  check(exchange, known) {
    if (!isSent(exchange)) return mayBeSentInClear(exchange, known) ? 'unknown' : 'does-not-apply';
    const { ref } = exchange;
    if (!isInClear(ref.url)) return ref.url.startsWith('https:') ? [] : 'does-not-apply';
    if (!isFirstAtSite(exchange, known, isSentInClear)) return 'does-not-apply';
    return [
      {
        text: text('evidence_password_over_http', '{request} sent a password to {host} by http.', {
          request: tellRequest(ref),
          host: tellHost(known.targetOf(exchange)),
        }),
        exchange: ref,
      },
    ];
  },
};

/** A login by http of which nobody saw what was sent, and no page told of a form. */
function mayBeSentInClear({ ref, facts, password }: LoggedExchange, known: Known): boolean {
  const isUnseen = facts?.csrfProof.includes('unseen-body') ?? false;
  if (password !== undefined || !isUnseen || !isInClear(ref.url)) return false;
  const isLogin = known.moments.some(
    ({ type, exchange }) => type === 'login' && exchange.id === ref.id,
  );
  return isLogin || isLoginAct(ref.url);
}

/** True for a request that had a password in it. */
function isSent({ password }: LoggedExchange): boolean {
  return password !== undefined && password !== 'page';
}

export function isSentInClear(exchange: LoggedExchange): boolean {
  return isSent(exchange) && isInClear(exchange.ref.url);
}
