import { passwordInUrl } from '../../../../src/engine/rules/password/password-in-url.js';
import { passwordUseOf } from '../../../../src/engine/trail/password-use.js';
import { exchange, type ExchangeSpec } from '../../../support/exchange.js';
import { logged } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const sent = (path: string, spec: Partial<ExchangeSpec> = {}) => {
  const url = `https://shop.example${path}`;
  return logged({ url, ...spec }, passwordUseOf(exchange({ url, ...spec })));
};
const of = (...exchanges: ReturnType<typeof sent>[]) => ({ exchanges });
const posted = (path: string) =>
  logged({ url: `https://shop.example${path}` }, { password: 'body' });

testRule(passwordInUrl, {
  flags: {
    'a login form that is sent by GET': ['high', of(sent('/login?user=ada&password=***'))],
    'a script that logs in by GET': [
      'medium',
      of(sent('/api/login?user=ada&pwd=***', { type: 'fetch' })),
    ],
    'a password in another language': ['high', of(sent('/anmelden?kennwort=***'))],
    'a parameter that the page’s own input for a password fills in': [
      'high',
      of(
        logged(
          { url: 'https://shop.example/in.cgi?u=a&w=***' },
          { password: 'url', passwordParameter: 'w' },
        ),
      ),
    ],
    'a password in a path': ['high', of(sent('/login/email/a@b.co/pass/***/format/json'))],
    'one address twice': ['high', of(sent('/login?password=***'), sent('/login?a=1&password=***'))],
  },
  passes: {
    'a login by POST': of(posted('/login')),
    'a login at an address about passwords': of(posted('/login?action=password')),
    'a new password behind a link of a mail': of(posted('/edit?reset_password_token=8c1f2e7a')),
  },
  doesNotApply: {
    'a link of a mail for a new password': of(sent('/edit?reset_password_token=8c1f2e7a9b3d')),
    'a page about passwords': of(sent('/login?forgot_password=1')),
    'the width of a page': of(sent('/map?pw=800')),
    'the passcode in a link to a meeting': of(sent('/j/123?pwd=***')),
    'a key of a mail behind the word': of(sent('/password/***')),
    'a page about passwords by its path': of(sent('/user/ann/password/reset')),
    'an empty field': of(sent('/login?password=')),
  },
});
