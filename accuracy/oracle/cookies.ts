import type { Role } from '../../src/engine/model.js';
import {
  DAY,
  hasOddSameSite,
  lacksSameSite,
  lifetimeOf,
  type Line,
  linesOf,
  livingLines,
  REFUSALS,
  gives,
} from './line.js';
import { asked, AUTHENTICATING, type LabelQuestion, open } from './question.js';

const CAP = 400 * DAY;
/** What a login needs besides. */
const NEEDED: readonly Role[] = [...AUTHENTICATING, 'csrf', 'oauth-state'];

/** What single attributes of a line say. */
export const LINE_QUESTIONS: readonly LabelQuestion[] = [
  living(
    'cookie-missing-httponly',
    AUTHENTICATING,
    ({ attributes }) => !attributes.has('httponly'),
  ),
  living('cookie-missing-secure', AUTHENTICATING, ({ attributes }) => !attributes.has('secure')),
  living('cookie-missing-samesite', AUTHENTICATING, lacksSameSite),
  living('cookie-samesite-invalid', NEEDED, hasOddSameSite),
  living('cookie-persistent-session', ['session'], (line) => (lifetimeOf(line) ?? 0) > DAY + 1_000),
  living('cookie-lifetime-over-cap', ['access-token', 'refresh-token', 'id-token'], isOverCap),
  living('remember-me-lifetime-too-long', ['remember-me'], livesLongerThan(90)),
  refused('cookie-prefix-violated', REFUSALS.prefix),
  refused('cookie-samesite-none-insecure', REFUSALS.none),
  refused('cookie-domain-rejected', REFUSALS.domain),
  refused('cookie-too-large', REFUSALS.size),
  {
    ruleId: 'cookie-malformed',
    roles: AUTHENTICATING,
    answer: (values) => open(linesOf(values).some(({ name, text }) => !isPlain(name, text))),
  },
  {
    ruleId: 'cookie-date-invalid',
    roles: AUTHENTICATING,
    answer: (values) => asked(livingLines(values).some(losesItsEnd)),
  },
  {
    ruleId: 'cookie-expiry-conflict',
    roles: AUTHENTICATING,
    answer(values) {
      const apart = Math.max(0, ...livingLines(values).map(contradiction));
      return apart > DAY ? 'asked' : open(apart > 60_000);
    },
  },
];

function living(
  ruleId: string,
  roles: readonly Role[],
  holds: (line: Line) => boolean,
): LabelQuestion {
  return {
    ruleId,
    roles,
    answer(values) {
      // What no answer set is a script's: of its attributes the recording does not tell.
      const isScripts = linesOf(values).length === 0;
      if (isScripts) return open(values.some(({ carrier }) => carrier === 'cookie'));
      return asked(livingLines(values).some(holds));
    },
  };
}

/** The browser keeps it not, whatever its role is. */
function refused(ruleId: string, refuses: (line: Line) => boolean): LabelQuestion {
  return {
    ruleId,
    answer: (values) => asked(linesOf(values).some((line) => gives(line) && refuses(line))),
  };
}

function livesLongerThan(days: number) {
  return (line: Line) => (lifetimeOf(line) ?? 0) > days * DAY + 1_000;
}

/** What a session or a remember-me cookie asks for too much is told by the rule of its own. */
function isOverCap(line: Line): boolean {
  return (lifetimeOf(line) ?? 0) >= CAP + DAY;
}

/** RFC 6265bis §4.1.1, with the attributes that browsers know. */
function isPlain(name: string, text: string): boolean {
  const ATTRIBUTE =
    /^(?:expires=[\w ,:-]+|max-age=-?\d+|domain=[\w.-]+|path=[^;]*|secure|httponly|partitioned|samesite=(?:lax|strict|none)|priority=\w+|version="?\d"?|comment=.*)?$/i;
  const [value = '', ...rest] = text.split(';');
  return (
    /^[\w!#$%&'*+.^`|~-]+$/.test(name) &&
    /^"?[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*"?$/.test(value.trim()) &&
    rest.every((part) => ATTRIBUTE.test(part.trim()))
  );
}

/** Something that was meant to be an end, and none that a browser can read. */
function losesItsEnd(line: Line): boolean {
  const written = [line.attributes.get('expires'), line.attributes.get('max-age')];
  const meant = written.filter((text) => text !== undefined && !/^(?:|-?\d+|session)$/i.test(text));
  return meant.length > 0 && lifetimeOf(line) === undefined;
}

/** Milliseconds between the two ends of one line. */
function contradiction({ attributes, at }: Line): number {
  const maxAge = Number(attributes.get('max-age') ?? Number.NaN) * 1_000;
  const expires = Date.parse((attributes.get('expires') ?? '').replaceAll('-', ' ')) - at;
  const apart = Math.abs(maxAge - expires);
  return Number.isNaN(apart) ? 0 : apart;
}
