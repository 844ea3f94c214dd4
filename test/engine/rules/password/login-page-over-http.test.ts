import { loginPageOverHttp } from '../../../../src/engine/rules/password/login-page-over-http.js';
import type { PasswordUse } from '../../../../src/engine/trail/password-use.js';
import { logged } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const seen = (url: string, password: PasswordUse) => logged({ url }, { password });
const of = (...exchanges: ReturnType<typeof seen>[]) => ({ exchanges });

testRule(loginPageOverHttp, {
  flags: {
    'a page over http with a field for a password': [
      'medium',
      of(seen('http://shop.example/login', 'page')),
    ],
    'a password sent by https for a page over http': [
      'medium',
      of(seen('https://shop.example/login', 'from-http')),
    ],
    'several such pages of one site, once': [
      'medium',
      of(seen('http://shop.example/', 'page'), seen('http://shop.example/login', 'page')),
    ],
  },
  passes: {
    'a password sent by https for a page over https': of(
      seen('https://shop.example/login', 'body'),
    ),
    'a change of the password over https': of(seen('https://shop.example/password', 'body')),
    'an address with a password over https': of(seen('https://shop.example/?password=***', 'url')),
  },
  doesNotApply: {
    'a page on the machine itself': of(seen('http://localhost:8080/login', 'page')),
    'a page without such a field': { exchanges: [logged({ url: 'http://shop.example/' })] },
  },
});
