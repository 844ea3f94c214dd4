import type { Role } from '../../src/engine/model.js';
import type { PlacedValue } from '../evaluate/inventory.js';
import { jwssOf } from './jws.js';
import { livingLines } from './line.js';
import {
  asked,
  AUTHENTICATING,
  type LabelQuestion,
  open,
  type SiteQuestion,
  TOKENS,
} from './question.js';
import { domainOf, headersOf } from './seen.js';
import { cameCacheable, homesOf, isInPackets, isSentByScript, isToken } from './token-places.js';

/** What a script can read. */
const AREAS: ReadonlySet<PlacedValue['carrier']> = new Set([
  'localStorage',
  'sessionStorage',
  'indexedDB',
]);
const RENEWS: readonly Role[] = ['refresh-token', 'remember-me'];

/** Where tokens lie, and where they go. */
export const TOKEN_QUESTIONS: readonly LabelQuestion[] = [
  {
    ruleId: 'token-over-http',
    roles: TOKENS,
    answer: (values, seen) =>
      values.some((one) => isSentByScript(one) && !one.encrypted)
        ? 'asked'
        : open(values.some((one) => isInPackets(one, seen))),
  },
  {
    ruleId: 'basic-auth-in-use',
    roles: ['basic'],
    answer: (values) =>
      asked(values.some(({ carrier, value }) => carrier === 'header' && /^basic /i.test(value))),
  },
  {
    ruleId: 'password-in-header',
    ofKeys: true,
    answer: (values) =>
      asked(
        values.some(
          ({ carrier, direction, name }) =>
            carrier === 'header' && direction === 'sent' && /^(?:x-)?passw(?:or)?d$/i.test(name),
        ),
      ),
  },
  {
    ruleId: 'digest-over-http',
    roles: ['basic'],
    answer: (values) =>
      asked(
        values.some(
          ({ carrier, value, encrypted }) =>
            carrier === 'header' && !encrypted && /^(?:digest|ntlm) /i.test(value),
        ),
      ),
  },
  {
    ruleId: 'token-in-url',
    roles: ['access-token', 'refresh-token', 'id-token', 'remember-me', 'api-key'],
    answer(values, { entries }) {
      if (values.some(({ carrier }) => carrier === 'url')) return 'asked';
      // The part behind `#` goes to no server; it stays in the history.
      return open(
        entries.some(({ request: { url } }) =>
          values.some(({ value }) => value.length > 8 && url.includes(value)),
        ),
      );
    },
  },
  {
    ruleId: 'token-in-url',
    roles: ['other', 'device'],
    answer: (values) => open(jwssOf(values).some(({ place }) => place.carrier === 'url')),
  },
  ...stored('token-in-local-storage', 'localStorage'),
  ...stored('token-in-session-storage', 'sessionStorage'),
  ...stored('token-in-indexed-db', 'indexedDB'),
  {
    ruleId: 'token-sent-cross-site',
    roles: AUTHENTICATING,
    answer(values, seen) {
      const known = homesOf(values, seen);
      const away = values.some((one) => isSentByScript(one) && !known.has(domainOf(one.host)));
      return known.size === 0 ? 'open' : asked(away);
    },
  },
  {
    ruleId: 'token-in-referer',
    answer(values, { entries }) {
      const told = entries.filter(({ request }) =>
        headersOf(request, 'referer').some((referer) =>
          values.some(({ value }) => value.length > 8 && referer.includes(value)),
        ),
      );
      return open(told.length > 0);
    },
  },
  {
    ruleId: 'refresh-token-not-rotated',
    roles: ['refresh-token'],
    answer(values) {
      const used = values.filter(
        ({ direction, carrier }) => direction === 'sent' && carrier === 'body',
      );
      return open(used.length > 0 || values.some(({ carrier }) => carrier === 'cookie'));
    },
  },
  {
    ruleId: 'refresh-token-readable',
    roles: ['refresh-token'],
    answer(values) {
      if (values.some(({ carrier }) => AREAS.has(carrier))) return 'asked';
      return open(
        values.some(({ carrier, direction }) => carrier !== 'cookie' && direction !== 'sent') ||
          livingLines(values).some(({ attributes }) => !attributes.has('httponly')),
      );
    },
  },
  {
    ruleId: 'token-duplicated',
    roles: AUTHENTICATING,
    answer(values, seen) {
      const texts = livingLines(values).map(({ value }) => value);
      return open(
        texts.some((text) =>
          seen.values.some(
            ({ carrier, direction, value }) =>
              carrier !== 'cookie' &&
              direction !== 'sent' &&
              text.length > 8 &&
              (value.includes(text) || (value.length > 8 && text.includes(value))),
          ),
        ),
      );
    },
  },
  {
    ruleId: 'csrf-token-in-url',
    roles: ['csrf'],
    answer: (values) => open(values.some(({ carrier }) => carrier === 'url')),
  },
];

/** Told of the answer, not of the token; whether its cache would keep it is not seen. */
export const TOKEN_ANSWERS: SiteQuestion = {
  ruleId: 'token-response-cacheable',
  answers: (seen) =>
    seen.values
      .filter((one) => isToken(one, seen) && cameCacheable(one, seen))
      .map(({ host }) => [domainOf(host), 'open']),
};

/** What renews a login is told of once, by the rule for it. */
function stored(ruleId: string, area: PlacedValue['carrier']): LabelQuestion[] {
  const isThere = (values: readonly PlacedValue[]) =>
    values.some(({ carrier }) => carrier === area);
  return [
    {
      ruleId,
      roles: AUTHENTICATING.filter((role) => !RENEWS.includes(role)),
      answer: (values) => asked(isThere(values)),
    },
    { ruleId, roles: RENEWS, answer: (values) => open(isThere(values)) },
  ];
}
