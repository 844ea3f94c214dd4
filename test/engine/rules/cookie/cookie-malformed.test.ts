import { cookieMalformed } from '../../../../src/engine/rules/cookie/cookie-malformed.js';
import { cookie, cookieHeaderOnly } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const said = (...codes: string[]) => ({
  diagnoses: codes.map((code) => ({ code, text: { key: code, english: code, values: {} } })),
});

testRule(cookieMalformed, {
  flags: {
    'a session with an attribute twice, as information': [
      'info',
      cookie({ cookie: said('attribute-twice') }),
    ],
    'a session with Secure=false': [
      'low',
      cookie({ cookie: { ...said('flag-value'), written: [['Secure', 'false']] } }),
    ],
    'a session with Secure=true, as information': [
      'info',
      cookie({ cookie: { ...said('flag-value'), written: [['Secure', 'true']] } }),
    ],
    'a session with a path that is none': [
      'low',
      cookie({ cookie: { ...said('path-invalid'), written: [['Path', 'app']] } }),
    ],
    'a session with an empty path, as information': [
      'info',
      cookie({ cookie: { ...said('path-invalid'), written: [['Path', '']] } }),
    ],
    'a session without a name': ['low', cookie({ name: '', cookie: said('nameless') })],
    'a preference with three such things, once': [
      'info',
      cookie({
        role: 'preference',
        cookie: said('attribute-twice', 'attribute-unknown', 'domain-empty'),
      }),
    ],
  },
  passes: {
    'a line that says what it means': cookie(),
    'a line whose SameSite is wrong, of which another rule speaks': cookie({
      cookie: said('samesite-unknown'),
    }),
    'a line whose date is wrong, of which another rule speaks': cookie({
      cookie: said('date-invalid', 'expires-overruled', 'lifetime-capped'),
    }),
  },
  doesNotApply: {
    'a cookie of the jar': cookie({ cookie: { setBy: undefined } }),
    'a cookie that the browser refused': cookie({
      cookie: {
        ...said('attribute-twice'),
        rejected: { reason: 'syntax', text: { key: 'k', english: '', values: {} } },
      },
    }),
  },
  unknown: { 'a session of which only the header was seen': cookieHeaderOnly() },
});
