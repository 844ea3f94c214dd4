import { cookieDomainRejected } from '../../../../src/engine/rules/cookie/cookie-domain-rejected.js';
import type { CookieRejection } from '../../../../src/engine/model.js';
import { cookie, cookieHeaderOnly } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const refused = (reason: CookieRejection) => ({
  attributes: { hostOnly: false },
  cookie: { rejected: { reason, text: { key: 'rejected', english: 'refused', values: {} } } },
});
const wide = { hostOnly: false };

testRule(cookieDomainRejected, {
  flags: {
    'a session for a foreign host': ['medium', cookie(refused('domain-mismatch'))],
    'a session for a public suffix': ['medium', cookie(refused('public-suffix'))],
    'a preference for a foreign host': [
      'low',
      cookie({ role: 'preference', ...refused('domain-mismatch') }),
    ],
    'a session known by its name alone': [
      'low',
      cookie({ confidence: 0.45, ...refused('domain-mismatch') }),
    ],
  },
  passes: {
    'a session for all hosts of its site': cookie({ attributes: wide }),
    'a preference for all hosts of its site': cookie({ role: 'preference', attributes: wide }),
    'a consent for all hosts of its site': cookie({ role: 'consent', attributes: wide }),
  },
  doesNotApply: {
    'a cookie without Domain': cookie(),
    'a cookie refused for its prefix': cookie(refused('prefix')),
    'a cookie of which only the header was seen': cookieHeaderOnly(),
    'a cookie of the jar': cookie({ attributes: wide, cookie: { setBy: undefined } }),
  },
});
