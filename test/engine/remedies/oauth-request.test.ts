import { describe, expect, it } from 'vitest';
import type { AuthFlow } from '../../../src/engine/flows/flow.js';
import { Known } from '../../../src/engine/known.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { requestRemediesOf } from '../../../src/engine/remedies/oauth-request.js';
import { judge } from '../../../src/engine/rules/judge.js';
import { T0 } from '../../support/credential.js';
import { exchange } from '../../support/exchange.js';
import { answered, flow, flowOf, IDP, redeemed, SHOP } from '../../support/flow.js';
import { schemaErrors } from '../../support/report-schema.js';

const bare = {
  scope: undefined,
  state: undefined,
  nonce: undefined,
  code_challenge: undefined,
  code_challenge_method: undefined,
};
const PKCE = ['+code_challenge=<BASE64URL(SHA256(code_verifier))>', '+code_challenge_method=S256'];

function remedyOf(one: AuthFlow, suppressed = false) {
  const settings = suppressed
    ? { suppressions: [{ ruleId: 'oauth-missing-state', site: SHOP, reason: 'known' }] }
    : {};
  const known = new Known({ now: T0, credentials: [], flows: [one], settings });
  const [remedy] = requestRemediesOf(known, judge(known).findings);
  const marks = { same: '', added: '+', removed: '-', changed: '~' };
  const told = (parts: NonNullable<typeof remedy>['sent']) =>
    parts.map(({ name, value, change }) => `${marks[change]}${name}=${value}`);
  return (
    remedy && {
      sent: told(remedy.sent),
      better: told(remedy.better),
      notes: remedy.notes.map(({ key }) => key),
    }
  );
}

describe('the request that mends a login', () => {
  it('says all that was found about it in one request', () => {
    expect(remedyOf(flow({ asked: { ...bare }, steps: [answered(), redeemed()] }))).toEqual({
      sent: ['client_id=shop', 'response_type=code', `redirect_uri=${SHOP}/callback`],
      better: [
        'client_id=shop',
        'response_type=code',
        `redirect_uri=${SHOP}/callback`,
        '+state=<random>',
        ...PKCE,
      ],
      notes: ['remedy_code_verifier', 'remedy_state'],
    });
  });

  it('asks for a code in place of tokens, and for nothing that tokens alone need', () => {
    const asked = { ...bare, response_type: 'token', response_mode: 'fragment', state: 'a8Fk2LpQ' };
    const remedy = remedyOf(flow({ asked }));
    expect(remedy?.sent).toContain('~response_type=token');
    expect(remedy?.sent).toContain('-response_mode=fragment');
    expect(remedy?.better).toEqual([
      'client_id=shop',
      '~response_type=code',
      `redirect_uri=${SHOP}/callback`,
      '~state=<random>',
      ...PKCE,
    ]);
    expect(remedy?.notes).toEqual(['remedy_redeem_code', 'remedy_code_verifier', 'remedy_state']);
  });

  it('writes no parameter of which nothing is known', () => {
    const remedy = remedyOf(flowOf({ grant: 'password', scope: '' }));
    expect(remedy?.better[0]).toBe('+response_type=code');
  });

  it('names the request that a password grant should be', () => {
    const password = flowOf({ grant: 'password', clientId: 'shop', scope: 'mail' });
    expect(remedyOf(password)).toMatchObject({
      sent: [],
      better: [
        'client_id=shop',
        'scope=mail',
        '+response_type=code',
        '+redirect_uri=<an address of the app that is registered>',
        '+state=<random>',
        ...PKCE,
      ],
    });
  });

  it.each<[string, Record<string, string | undefined>, string, string]>([
    [
      'plain PKCE',
      { code_challenge_method: 'plain' },
      '~code_challenge_method=S256',
      'remedy_code_verifier',
    ],
    [
      'plain http',
      { redirect_uri: 'http://shop.example/callback' },
      '~redirect_uri=https://shop.example/callback',
      'remedy_redirect',
    ],
    [
      'no nonce',
      { response_type: 'id_token', nonce: undefined },
      '+nonce=<random>',
      'remedy_nonce',
    ],
  ])('changes of %s what it is about', (_what, asked, part, note) => {
    const remedy = remedyOf(flow({ asked }));
    expect(remedy?.better).toContain(part);
    expect(remedy?.notes).toContain(note);
  });

  it('takes a client secret out of the address', () => {
    const secret = {
      asked: { client_secret: 'Lx4Qm8vT2nR5kX7b' },
      steps: [answered(), redeemed()],
    };
    const remedy = remedyOf(flow(secret));
    expect(remedy?.sent).toContain('-client_secret=Lx4Qm8vT2nR5kX7b');
    expect(remedy?.better.join(' ')).not.toContain('client_secret');
    expect(remedy?.notes).toContain('remedy_no_secret');
  });

  it.each([
    ['nothing is wrong', flow()],
    ['what is wrong is no matter of the request', flow({ stateMatches: false })],
    ['the request was pushed', flow({ asked: { state: undefined }, pushed: true, pkce: 'none' })],
  ])('is none where %s', (_what, one) => {
    expect(remedyOf(one)).toBeUndefined();
  });

  it('leaves what was accepted as it is', () => {
    const open = flow({ asked: bare });
    expect(remedyOf(open)?.better).toContain('+state=<random>');
    expect(remedyOf(open, true)?.better).not.toContain('+state=<random>');
  });
});

describe('that request in a report', () => {
  const state = 'Lx4Qm8vT2nR5kX7b';
  const asked = new URLSearchParams({
    client_id: 'shop-81726354-web',
    response_type: 'code',
    redirect_uri: `${SHOP}/callback`,
    state,
  });
  const remedyIn = (reveal: boolean) => {
    const analysis = new Analysis();
    analysis.addExchange(exchange({ url: `${IDP}/authorize?${asked}` }));
    const source = { kind: 'har', url: SHOP, dropped: 0 } as const;
    const report = analysis.report({ source, version: '0', reveal });
    expect(schemaErrors(report)).toEqual([]);
    return report.flows[0]?.remedy;
  };

  it('has previews for what is secret', () => {
    const remedy = remedyIn(false);
    expect(JSON.stringify(remedy)).not.toContain(state);
    expect(remedy?.address).toBe(`${IDP}/authorize`);
    expect(remedy?.better.map(({ text, change }) => `${change} ${text}`)).toEqual([
      'same client_id=shop-81726354-web',
      'same response_type=code',
      `same redirect_uri=${SHOP}/callback`,
      'same state=Lx4Q…(16)',
      ...PKCE.map((part) => `added ${part.slice(1)}`),
    ]);
    expect(remedy?.notes.join(' ')).toContain('code_verifier');
  });

  it('is whole where values are revealed', () => {
    expect(JSON.stringify(remedyIn(true))).toContain(`state=${state}`);
  });
});
