import type { Trial } from '../../../../src/engine/credentials/trials.js';
import type { KnownParts } from '../../../../src/engine/known-parts.js';
import type { Credential } from '../../../../src/engine/model.js';
import { sessionWeakSecret } from '../../../../src/engine/rules/session/session-weak-secret.js';
import { formatOf } from '../../../../src/engine/values/format.js';
import { cookie, credential } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';
import { Seeded } from '../../../support/seeded.js';
import { SIGNED_BUILDERS } from '../../../support/signed-builders.js';
import { SIGNERS } from '../../../support/signed-values.js';
import { tried } from '../../../support/tried.js';

const sign = (how: string): string => SIGNERS[how]!('secret').value;
const EXPRESS = sign('express-session');

const signed = (value: string, overrides: Partial<Credential> = {}): Credential =>
  cookie({ name: 'connect.sid', value, format: formatOf(value).format, ...overrides } as object);

const known = (one: Credential, ...trials: Trial[]): Partial<KnownParts> => ({
  credentials: [one],
  trials,
});

const keygrip = SIGNERS['cookie-session']!('secret');
const beside = cookie({ id: 'c1', name: 'session', value: keygrip.value, format: 'signed' });
const companion = cookie({ id: 'c2', name: 'session.sig', value: keygrip.sig ?? '', signs: 'c1' });

const uuid = { ...beside, value: '6316e6bd-cda7-4e39-bed2-d46abbcb3efb', format: 'uuid' } as const;
const overIt = { ...companion, value: 'v0jcfqTdUyOgxpFWiqDmeL5Re1M' };

testRule(sessionWeakSecret, {
  flags: {
    'an Express session': ['critical', known(signed(EXPRESS), tried(EXPRESS, { length: 12 }))],
    'a Flask session': [
      'critical',
      known(signed(sign('Flask session')), tried(sign('Flask session'), { length: 6 })),
    ],
    'a cookie whose signature stands in another one': [
      'critical',
      { credentials: [beside, companion], trials: [tried(keygrip.value, { length: 6 })] },
    ],
    'an id of a form of its own, whose signature stands in another one': [
      'critical',
      { credentials: [uuid, overIt], trials: [tried(uuid.value, { length: 6 })] },
    ],
    'a value against forgery, which shares the secret': [
      'medium',
      known(
        signed(sign('Flask-WTF'), { role: 'csrf' }),
        tried(sign('Flask-WTF'), { length: 6 }, 'file'),
      ),
    ],
    'a session on localhost': [
      'medium',
      known(signed(EXPRESS, { local: true }), tried(EXPRESS, { length: 12 })),
    ],
    'a signed preference': [
      'low',
      known(signed(EXPRESS, { role: 'preference' }), tried(EXPRESS, { length: 12 })),
    ],
  },
  passes: {
    'an Express session under a secret of its own': known(signed(EXPRESS), tried(EXPRESS, null)),
    'a Django session under a secret of its own': known(
      signed(sign('Django session')),
      tried(sign('Django session'), null),
    ),
    'a session that has a new value, by the one before': known(
      signed(EXPRESS, { pastValues: [sign('@fastify/cookie')] }),
      tried(sign('@fastify/cookie'), null),
    ),
  },
  doesNotApply: {
    'an id that nobody signed': known(cookie(), tried('kR7mW2xQ9vT4bN8z', { length: 1 })),
    'a value whose key is no secret of one server (WordPress)': known(
      signed(SIGNED_BUILDERS['WordPress']!(new Seeded('wp'))),
    ),
    'a value that is sealed, not only signed (ASP.NET Core)': known(
      signed(SIGNED_BUILDERS['ASP.NET Core']!(new Seeded('asp'))),
    ),
    'a JWT': known(credential({ format: 'jwt' })),
  },
  unknown: {
    'a signed session on which nothing was tried': known(signed(EXPRESS)),
  },
});
