import type { Known } from '../../known.js';
import { pageAddress } from '../../normalize/addresses/site.js';
import { pathPasswordOf } from '../../normalize/passwords/path-password.js';
import { type Text, text, type Told } from '../../text.js';
import type { LoggedExchange } from '../../trail/exchange-log.js';
import { passwordParameterOf, sendsPassword } from '../../trail/password-use.js';
import { tellName, tellRequest } from '../../values/telling/redact.js';
import type { ExchangeRule } from '../rule.js';

export const passwordInUrl: ExchangeRule = {
  id: 'password-in-url',
  subject: 'exchange',
  applies: { password: true },
  severity: ({ facts }) => (facts?.type === 'fetch' ? 'medium' : 'high'),
  grading:
    'High for an address that the browser shows and remembers; medium where a script asked for ' +
    'it, so that it is in logs alone.',
  title: 'A password is sent in an address',
  why:
    'Addresses are kept where nobody guards them: in the browser’s history, in the logs of ' +
    'servers and proxies, in what is told to other sites and to analytics. Whoever reads one of ' +
    'these has the password.',
  fix:
    'Send it in the body of a POST:\n\n' +
    '    <form method="post" action="/login">\n' +
    '      <input type="password" name="password" autocomplete="current-password">\n' +
    '    </form>\n\n' +
    'Have the server refuse passwords in addresses, and take them out of the logs that there are.',
  breaks:
    'Links and bookmarks with the password in them, and scripts that log in that way. Ask for ' +
    'new passwords where logs had them.',
  references: ['CWE-598', 'OWASP ASVS 5.0 V14.2.1', 'RFC 9110 §17.9'],
  check(exchange, known) {
    if (!sendsPassword(exchange)) return 'does-not-apply';
    const parameter = exchange.passwordParameter ?? passwordParameterOf(exchange.ref.url);
    const name = parameter ?? pathPasswordOf(exchange.ref.url);
    if (name === undefined) return [];
    if (!isFirst(exchange, known)) return 'does-not-apply';
    const told = { request: tellRequest(exchange.ref), name: tellName(name) };
    return [
      { text: parameter === undefined ? inPath(told) : inParameter(told), exchange: exchange.ref },
    ];
  },
};

function inParameter(told: { request: Told; name: Told }): Text {
  return text(
    'evidence_password_in_url',
    '{request} had a password in the parameter {name} of its address.',
    told,
  );
}

function inPath(told: { request: Told; name: Told }): Text {
  return text(
    'evidence_password_in_path',
    '{request} had a password in the path of its address, behind {name}.',
    told,
  );
}

/** One address is one problem, whatever was sent to it. */
function isFirst(exchange: LoggedExchange, known: Known): boolean {
  const place = pageAddress(exchange.ref.url);
  const first = known.exchanges.find(
    ({ password, ref }) => password === 'url' && pageAddress(ref.url) === place,
  );
  return first === undefined || first === exchange;
}
