import { cookieSamesiteInvalid } from '../../../../src/engine/rules/cookie/cookie-samesite-invalid.js';
import { cookie, cookieHeaderOnly } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const wrote = (value: string) => ({
  attributes: { sameSite: 'unset' } as const,
  cookie: { written: [['SameSite', value]] as const },
});

testRule(cookieSamesiteInvalid, {
  flags: {
    'a session with a misspelt value': ['medium', cookie(wrote('Laxx'))],
    'a session with an empty value': ['medium', cookie(wrote(''))],
    'a session with the word of a framework': ['medium', cookie(wrote('Unspecified'))],
    'a session known by its name alone': ['low', cookie({ ...wrote('true'), confidence: 0.45 })],
    'a CSRF token': ['low', cookie({ role: 'csrf', ...wrote('off') })],
    'a preference, as information': ['info', cookie({ role: 'preference', ...wrote('off') })],
    'the last of two': [
      'medium',
      cookie({
        attributes: { sameSite: 'unset' },
        cookie: {
          written: [
            ['SameSite', 'Lax'],
            ['samesite', 'no'],
          ],
        },
      }),
    ],
  },
  passes: {
    Lax: cookie(wrote('Lax')),
    'STRICT in capitals': cookie(wrote('STRICT')),
    None: cookie(wrote('none')),
  },
  doesNotApply: {
    'a line without SameSite': cookie({ cookie: { written: [['Path', '/']] } }),
    'a cookie of the jar': cookie({ cookie: { setBy: undefined } }),
  },
  unknown: { 'a cookie whose attributes are unknown': cookieHeaderOnly() },
});
