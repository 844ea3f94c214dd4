import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/engine/rules/index.js';
import type { AppliesTo, SubjectKind, Subjects } from '../../../src/engine/rules/rule.js';
import { SUBJECTS } from '../../../src/engine/rules/subjects.js';
import { cookie, exchange, jwt } from '../../support/credential.js';
import { flow, flowOf, logged, SHOP } from '../../support/flow.js';

/** Of each kind subjects that some rule applies to, and others that it does not. */
const SAMPLES: { readonly [K in SubjectKind]: readonly Subjects[K][] } = {
  credential: [
    cookie(),
    cookie({ role: 'csrf' }),
    cookie({ format: 'jwt' }),
    cookie({ role: 'preference', carriers: ['cookie', 'url'] }),
    jwt({}),
    jwt({}, { role: 'id-token', carrier: 'body' }),
    jwt({}, { role: 'refresh-token', carriers: ['localStorage'] }),
    jwt({}, { format: 'opaque' }),
  ],
  exchange: [
    logged({ url: SHOP }),
    logged({ url: SHOP, method: 'POST' }),
    logged({ url: SHOP, status: 401 }),
    logged({ url: SHOP, status: 302, redirectUrl: `${SHOP}/login` }),
    logged({ url: SHOP }, { facts: undefined } as never),
  ],
  flow: [flow(), flowOf({ grant: 'implicit' }), flowOf({ protocol: 'saml' }), flowOf({})],
  moment: (['login', 'logout', 'session-lost'] as const).map((type) => ({
    type,
    at: 0,
    site: SHOP,
    exchange: exchange(),
  })),
  site: [{ site: SHOP }],
};

describe.each(Object.keys(SUBJECTS) as SubjectKind[])('of the kind %s, what is alike', (kind) => {
  const { fits, likeness } = SUBJECTS[kind] as (typeof SUBJECTS)['credential'];
  const samples = SAMPLES[kind] as readonly Subjects['credential'][];
  const asked = RULES.filter(({ subject }) => subject === kind);

  it('is fitted by the same rules', () => {
    const kinds = new Map<string, string>();
    for (const one of samples) {
      const rules = asked.filter(
        ({ applies }) => !applies || fits(one, applies as AppliesTo['credential']),
      );
      const told = rules.map(({ id }) => id).join();
      expect(kinds.get(likeness(one)) ?? told).toBe(told);
      kinds.set(likeness(one), told);
    }
  });
});
