import { oauthStateGuessable } from '../../../../src/engine/rules/oauth/oauth-state-guessable.js';
import { flow, flowOf } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const of = (state: string | undefined, more: Record<string, string | undefined> = {}) => ({
  flows: [flow({ asked: { nonce: undefined, code_challenge: undefined, state, ...more } })],
});
const json = (data: object) => btoa(JSON.stringify(data));

testRule(oauthStateGuessable, {
  flags: {
    'a word': ['medium', of('login')],
    'a fixed example': ['medium', of('xyz')],
    'the page to return to': ['medium', of('/orders/81726354')],
    'an address': ['medium', of('https://shop.example/orders')],
    'readable data': ['medium', of('{"returnTo":"/"}')],
    'readable data in base64': ['medium', of(json({ returnTo: '/cart', lang: 'en' }))],
    'the time of day': ['low', of('1767225600000')],
    'a few random characters': ['low', of('a8Fk2LpQ')],
    'an empty one': ['low', of('')],
    'the same one again': [
      'medium',
      { flows: [{ ...of('kR7mW2xQ9vT4bN8z').flows[0]!, stateReused: true }] },
    ],
  },
  passes: {
    'a random one': of('kR7mW2xQ9vT4bN8z'),
    'a UUID': of('0b8f6c1e-6a8d-4d3b-9f5b-2f6d2f1c7a90'),
    '64 bits in hexadecimal': of('8f14e45fceea167a'),
    'letters alone that nobody wrote': of('qwmzxkcvbntyplkjhgfd'),
    'readable data with a random part': of(json({ to: '/', csrf: 'kR7mW2xQ9vT4bN8zLc5d' })),
    'an address with a random part': of('/back?csrf=kR7mW2xQ9vT4bN8zLc5d'),
    'a signed value': of('eyJ0byI6Ii8ifQ.aXQ.Zp3hY6tB1sJ8fG4wQa2eKm'),
  },
  doesNotApply: {
    'a state beside PKCE, which may hold anything': of('/orders', {
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    }),
    'a state beside a nonce': of('/orders', { nonce: 'Zp3hY6tB1sJ8fG4wQa2e' }),
    'no state': of(undefined),
  },
  unknown: {
    'a state that a sanitizer took': of('[REDACTED]'),
    'a state that was pushed': {
      flows: [flowOf({ grant: 'authorization-code', state: true, pushed: true })],
    },
  },
});
