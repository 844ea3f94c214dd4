import { text } from '../../text.js';
import type { LoggedExchange } from '../../trail/exchange-log.js';
import { tellRequest } from '../../values/telling/redact.js';
import type { ExchangeRule } from '../rule.js';
import { isFirstAtSite, isInClear } from '../site/in-clear.js';
import { isSentInClear } from './password-over-http.js';

export const loginPageOverHttp: ExchangeRule = {
  id: 'login-page-over-http',
  subject: 'exchange',
  applies: { password: true },
  severity: 'medium',
  title: 'A page that asks for a password comes over plain http',
  why:
    'Whoever is on the way can change the page, and have it send the password elsewhere. That ' +
    'its form goes to an https address does not help: the address is part of what can be changed.',
  fix:
    'Serve the page itself over https, and redirect plain http to it:\n\n' +
    '    server {\n      listen 80;\n      server_name www.example.com;\n' +
    '      return 301 https://www.example.com/;\n    }',
  breaks:
    'Pages that are then https and load scripts or frames over http: browsers block these. The ' +
    'console names them.',
  references: ['CWE-319', 'OWASP ASVS 5.0 V12.2.1', 'OWASP WSTG-ATHN-01'],
  check(exchange, known) {
    if (!isPageInClear(exchange))
      return exchange.ref.url.startsWith('https:') ? [] : 'does-not-apply';
    const site = known.targetOf(exchange);
    const isTold = known.exchanges.some(
      (one) => known.targetOf(one) === site && isSentInClear(one),
    );
    if (isTold || !isFirstAtSite(exchange, known, isPageInClear)) return 'does-not-apply';
    const values = { request: tellRequest(exchange.ref) };
    const said =
      exchange.password === 'page'
        ? text(
            'evidence_login_page_over_http',
            '{request} was answered by a form for a password.',
            values,
          )
        : text(
            'evidence_login_page_sends',
            '{request} sent a password for a page that had come over http.',
            values,
          );
    return [{ text: said, exchange: exchange.ref }];
  },
};

function isPageInClear({ password, ref }: LoggedExchange): boolean {
  return password === 'from-http' || (password === 'page' && isInClear(ref.url));
}
