import type { HarEntry, PlacedValue } from '../evaluate/inventory.js';
import { decoded, isFamouslySigned, jwssOf } from './jws.js';
import { DAY } from './line.js';
import { type Answer, asked, type LabelQuestion, open, worst } from './question.js';
import { domainOf, hostOf, isDocument, type Seen, startOf } from './seen.js';
import { regex } from '../../src/engine/regex.js';

/** Forms whose services call them secret, as they publish them. */
const SECRET = regex()`
  ^(?:(?:sk|rk)_(?:live|test)_|ghp_|github_pat_|glpat-|xoxb-|SG\.|sk-ant-|sk-proj-|npm_|shpat_
  |hf_|dop_v1_)[\w.-]{16,}$`;

/** What keys are, how long what they open lives, and who could have made it. */
export const KEY_QUESTIONS: readonly LabelQuestion[] = [
  { ruleId: 'api-key-exposed', ofKeys: true, answer: goesFromPage },
  { ruleId: 'session-weak-secret', answer: isAnybodys },
  lives(1, ['access-token', 'session', 'id-token']),
  lives(90, ['refresh-token']),
];

/**
 * Everybody who opens the page can read it; to the page's own server it is what somebody typed in.
 */
function goesFromPage(values: readonly PlacedValue[], { entries }: Seen): Answer {
  const pages = new Set(
    entries.filter(isDocument).map(({ request: { url } }) => domainOf(hostOf(url))),
  );
  const away = values.some(
    ({ carrier, direction, value, host }) =>
      direction === 'sent' &&
      carrier !== 'cookie' &&
      SECRET.test(value.replace(/^(?:bearer|token|apikey) /i, '')) &&
      !pages.has(domainOf(host)),
  );
  return pages.size === 0 ? open(away) : asked(away);
}

/**
 * As cookie-signature and Keygrip sign; other frameworks' signatures, and longer lists, are left
 * open.
 */
function isAnybodys(values: readonly PlacedValue[], { values: all }: Seen): Answer {
  const answers = values.map((one): Answer => {
    const text = decoded(one.value.split(';', 1)[0]!);
    const [, payload, mac] = /^s:(.+)\.([\w+/]{43})$/.exec(text) ?? [];
    if (payload && mac && isFamouslySigned('sha256', payload, mac)) return 'asked';
    const beside = all.filter(({ name, at }) => name === `${one.name}.sig` && at === one.at);
    const isKnown = beside.some(({ value }) =>
      isFamouslySigned(
        'sha1',
        `${one.name}=${one.value.split(';', 1)[0]}`,
        value.split(';', 1)[0]!,
      ),
    );
    if (isKnown) return 'asked';
    return open(beside.length > 0 || (/[.:]|--|%2E/.test(text) && text.length > 20));
  });
  return worst(answers);
}

/** RFC 6749 §5.1: `expires_in`, in seconds, of the access token beside it. */
function lives(days: number, roles: NonNullable<LabelQuestion['roles']>): LabelQuestion {
  return {
    ruleId: 'token-lifetime-too-long',
    roles,
    answer: (values, { entries }) =>
      worst([
        open(values.some((one) => isToldInMessage(one, entries))),
        ...values
          .filter(({ carrier, direction }) => carrier === 'body' && direction === 'received')
          .filter((one) => jwssOf([one]).length === 0)
          .map((one): Answer => {
            const beside = membersBeside(one, entries);
            const own = /refresh/.test(one.name) ? 'refresh_expires_in' : 'expires_in';
            const seconds = Number(beside[own]);
            if (/\/(?:access|refresh)_token$/.test(one.name) && seconds > 0)
              return asked(seconds * 1_000 > days * DAY + 1_000);
            return open(Object.keys(beside).some((name) => LIFETIME.test(name)));
          }),
      ]),
  };
}

const LIFETIME = /expir|ttl|lifetime/i;

/** Messages of sockets have words of their own for it. */
function isToldInMessage({ value }: PlacedValue, entries: readonly HarEntry[]): boolean {
  return entries.some(({ _webSocketMessages: messages = [] }) =>
    messages
      .map((one) => JSON.stringify(one))
      .some((text) => value.length > 8 && text.includes(value) && LIFETIME.test(text)),
  );
}

/** The members of the object that a value of a JSON answer stands in. */
function membersBeside(one: PlacedValue, entries: readonly HarEntry[]): Record<string, unknown> {
  const texts = entries
    .filter((entry) => startOf(entry) === one.at && hostOf(entry.request.url) === one.host)
    .map(({ response }) => response.content.text ?? '');
  for (const text of texts) {
    try {
      const steps = one.name.split('/').slice(1, -1);
      const at = steps.reduce<unknown>(
        (node, step) => (node as Record<string, unknown> | undefined)?.[step],
        JSON.parse(text),
      );
      if (typeof at === 'object' && at !== null) return at as Record<string, unknown>;
    } catch {
      continue;
    }
  }
  return {};
}
