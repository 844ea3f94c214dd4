import type { Known } from '../../known.js';
import { isLoginAct } from '../../moments/login/login-words.js';
import { text } from '../../text.js';
import type { Millis } from '../../model.js';
import type { LoggedExchange } from '../../trail/exchange-log.js';
import { sendsPassword } from '../../trail/password-use.js';
import { tellHost, tellRequest } from '../../values/telling/redact.js';
import type { ExchangeRule } from '../rule.js';
import { isFirstAtSite, isInClear } from '../site/in-clear.js';

/** A challenge is for the form that is filled in, or for what was just filled in. */
const CHALLENGED_WITHIN: Millis = 10 * 60_000;

export const passwordOverHttp: ExchangeRule = {
  id: 'password-over-http',
  subject: 'exchange',
  severity: (exchange, known) => (isProof(exchange, known) ? 'medium' : 'high'),
  grading:
    'High; medium for a hash that a page made with a challenge of the server, which is good once.',
  title: 'A password is sent over plain http',
  why:
    'Everybody between the browser and the server can read it: in the same wireless network, at ' +
    'the provider, on any machine in between. People use one password in several places.',
  fix:
    'Serve the whole site over https, and redirect plain http to it before ' +
    'anything is shown:\n\n' +
    '    server {\n      listen 80;\n      server_name www.example.com;\n' +
    '      return 301 https://www.example.com/;\n    }\n\n' +
    'To hash the password in the page is no help: then the hash is what logs in. With a ' +
    'challenge it logs in once, and whoever reads it can still try passwords on it.',
  breaks:
    'Clients that know the http address and do not follow redirects, above all with POST. Have a ' +
    'certificate in place first; for devices in a private network an authority of ' +
    'your own is a way.',
  references: ['CWE-319', 'OWASP ASVS 5.0 V12.2.1', 'OWASP WSTG-ATHN-01', 'RFC 7617 §4'],
  strength: 'Passwords are sent over https only.',
  check(exchange, known) {
    if (!sendsPassword(exchange))
      return mayBeSentInClear(exchange, known) ? 'unknown' : 'does-not-apply';
    const { ref } = exchange;
    if (!isInClear(ref.url)) return ref.url.startsWith('https:') ? [] : 'does-not-apply';
    if (!isToldOf(exchange, known)) return 'does-not-apply';
    const values = { request: tellRequest(ref), host: tellHost(known.targetOf(exchange)) };
    const said = isProof(exchange, known)
      ? text(
          'evidence_password_proof_over_http',
          '{request} sent a hash of a password, made with a challenge, to {host} over http.',
          values,
        )
      : text(
          'evidence_password_over_http',
          '{request} sent a password to {host} over http.',
          values,
        );
    return [{ text: said, exchange: ref }];
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

/** A password says more than a proof of one. */
function isToldOf(exchange: LoggedExchange, known: Known): boolean {
  const site = known.targetOf(exchange);
  const isPlain = (one: LoggedExchange) => isSentInClear(one) && !isProof(one, known);
  const hasPlain = known.exchanges.some((one) => known.targetOf(one) === site && isPlain(one));
  return isFirstAtSite(exchange, known, hasPlain ? isPlain : isSentInClear);
}

/** A hash that was sent soon after the server had asked for one with a challenge. */
function isProof(exchange: LoggedExchange, known: Known): boolean {
  if (exchange.password !== 'hash') return false;
  const site = known.targetOf(exchange);
  return known.exchanges.some(
    (one) =>
      one.password === 'challenge' &&
      known.targetOf(one) === site &&
      one.at <= exchange.at &&
      exchange.at - one.at < CHALLENGED_WITHIN,
  );
}

export function isSentInClear(exchange: LoggedExchange): boolean {
  return sendsPassword(exchange) && isInClear(exchange.ref.url);
}
