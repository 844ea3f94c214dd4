import { sessionDefaultName } from '../../../../src/engine/rules/session/session-default-name.js';
import { cookie, credential } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const named = (name: string) => cookie({ name });

testRule(sessionDefaultName, {
  flags: {
    "PHP's name": ['info', named('PHPSESSID')],
    'the name of the Servlet specification': ['info', named('JSESSIONID')],
    'the name of express-session': ['info', named('connect.sid')],
    "ASP.NET's name": ['info', named('ASP.NET_SessionId')],
    "ASP.NET Core's name": ['info', named('.AspNetCore.Cookies')],
    "Laravel's name": ['info', named('laravel_session')],
    'a default name behind a prefix': ['info', named('__Secure-next-auth.session-token')],
    'a default name behind the longest prefix': ['info', named('__Host-Http-JSESSIONID')],
    'a default name of which little else is known': [
      'info',
      cookie({ name: 'PHPSESSID', confidence: 0.45 }),
    ],
  },
  passes: {
    'a name that says nothing': named('__Host-id'),
    'a name that anybody may give': named('session'),
    'the short name of an id': named('sid'),
    'the name of the shop': named('shop_session'),
    'a name with another one in it': named('MYPHPSESSID2'),
  },
  doesNotApply: {
    'a token in a header': credential({ name: 'PHPSESSID' }),
    'a cookie that the browser refused': cookie({
      name: 'PHPSESSID',
      cookie: { rejected: { reason: 'prefix', text: { key: 'k', english: 'no', values: {} } } },
    }),
    'a preference': cookie({ name: 'PHPSESSID', role: 'preference' }),
  },
});
