import { jwtDuplicateMembers } from '../../../../src/engine/rules/jwt/jwt-duplicate-members.js';
import { credential, jwt } from '../../../support/credential.js';
import { jwsOf } from '../../../support/jose.js';
import { testRule } from '../../../support/rule-cases.js';

const HEADER = '{"alg":"HS256","typ":"JWT"}';
const written = (claims: string, header = HEADER, more = {}) =>
  jwt({}, { value: jwsOf(header, claims), ...more });

testRule(jwtDuplicateMembers, {
  flags: {
    'two users': ['medium', written('{"sub":"ada","sub":"root"}')],
    'two algorithms': ['medium', written('{"sub":"ada"}', '{"alg":"HS256","alg":"none"}')],
    'a right within a list of rights': ['medium', written('{"a":{"role":"user","role":"admin"}}')],
    'two themes': ['low', written('{"sub":"ada","theme":"dark","theme":"light"}')],
    'a user whose name is escaped once': ['medium', written('{"sub":"ada","\\u0073ub":"root"}')],
    'two users in a token that little but its name speaks for': [
      'low',
      written('{"sub":"ada","sub":"root"}', HEADER, { confidence: 0.4 }),
    ],
  },
  passes: {
    'each member once': written('{"sub":"ada","aud":"api"}'),
    'one name in two objects': written('{"id":1,"org":{"id":1}}'),
    'a token behind a scheme': jwt({}, { value: `Bearer ${jwsOf(HEADER, '{"sub":"ada"}')}` }),
    'a value that was masked': jwt(),
  },
  doesNotApply: {
    'a preference': written('{"sub":"a","sub":"b"}', HEADER, { role: 'preference' }),
    'an opaque token': credential({ role: 'access-token' }),
  },
});
