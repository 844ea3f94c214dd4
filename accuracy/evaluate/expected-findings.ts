import type { Role } from '../../src/engine/model.js';
import type { Label } from '../support/stack.js';
import type { PlacedValue } from './inventory.js';
import { fits, rolesOf } from './match.js';
import { LOGS_IN } from './roles.js';

/** What the truth says of one rule and one label. */
export interface ExpectedFinding {
  ruleId: string;
  label: Label;
  /** False where the documentation leaves the role open: neither asked for nor forbidden. */
  certain: boolean;
}

const DAY = 86_400_000;
const CAP = 400 * DAY;

/** What a rule asks of a role, and of the values that stand where a label says. */
interface Question {
  ruleId: string;
  roles: readonly Role[];
  holds(values: readonly PlacedValue[]): boolean;
}

const AUTHENTICATING = [...LOGS_IN].filter((role) => role !== undefined);
const TOKENS: readonly Role[] = [...AUTHENTICATING, 'api-key'];

/**
 * The catalogue in the words of the standards, read off the recording without the engine that is being
 * measured: what an expert with the labels in hand would write down, from severity low upwards.
 */
const QUESTIONS: readonly Question[] = [
  cookie('cookie-missing-httponly', AUTHENTICATING, (line) => !line.attributes.has('httponly')),
  cookie('cookie-missing-secure', AUTHENTICATING, (line) => !line.attributes.has('secure')),
  cookie(
    'cookie-missing-samesite',
    AUTHENTICATING,
    (line) => !/^(?:lax|strict|none)$/i.test(line.attributes.get('samesite') ?? ''),
  ),
  cookie('cookie-persistent-session', ['session'], (line) => (lifetimeOf(line) ?? 0) > DAY + 1_000),
  cookie(
    'cookie-lifetime-over-cap',
    AUTHENTICATING,
    (line) => (lifetimeOf(line) ?? 0) >= CAP + DAY,
  ),
  {
    ruleId: 'token-over-http',
    roles: TOKENS,
    holds: (values) => values.some((one) => isSentByScript(one) && !one.encrypted),
  },
  {
    ruleId: 'basic-auth-in-use',
    roles: ['basic'],
    holds: (values) =>
      values.some(({ carrier, value }) => carrier === 'header' && /^basic /i.test(value)),
  },
  {
    ruleId: 'session-id-in-url',
    roles: ['session'],
    holds: (values) => values.some(({ carrier }) => carrier === 'url'),
  },
  {
    ruleId: 'token-in-url',
    roles: ['access-token', 'refresh-token', 'id-token', 'remember-me', 'api-key'],
    holds: (values) => values.some(({ carrier }) => carrier === 'url'),
  },
  {
    ruleId: 'token-in-local-storage',
    roles: AUTHENTICATING,
    holds: (values) => values.some(({ carrier }) => carrier === 'localStorage'),
  },
  {
    ruleId: 'token-in-session-storage',
    roles: AUTHENTICATING,
    holds: (values) => values.some(({ carrier }) => carrier === 'sessionStorage'),
  },
  jwt('jwt-missing-exp', AUTHENTICATING, ({ exp }) => typeof exp !== 'number'),
  jwt('jwt-alg-none', AUTHENTICATING, (_, { alg }) => String(alg).toLowerCase() === 'none'),
  jwt('jwt-lifetime-too-long', ['access-token', 'session', 'id-token'], livesLongerThan(1)),
  jwt('jwt-lifetime-too-long', ['refresh-token', 'remember-me'], livesLongerThan(90)),
];

/** Rules that {@link expectedFindings} can speak of; what others find is forbidden, or asked for by hand. */
export function expectedFindings(
  labels: readonly Label[],
  values: readonly PlacedValue[],
): ExpectedFinding[] {
  return labels.flatMap((label) => {
    const own = values.filter(
      (value) => fits(label, value) && labels.find((one) => fits(one, value)) === label,
    );
    const roles = rolesOf(label);
    return QUESTIONS.filter(
      (question) => roles.some((role) => question.roles.includes(role)) && question.holds(own),
    ).map(({ ruleId, roles: asked }) => ({
      ruleId,
      label,
      // A key may be made for the page: then it is no secret.
      certain: roles.every((role) => asked.includes(role) && role !== 'api-key'),
    }));
  });
}

function isSentByScript({ carrier, direction }: PlacedValue): boolean {
  return direction === 'sent' && carrier !== 'cookie';
}

/** A Set-Cookie line, read without the engine. */
interface Line {
  at: number;
  attributes: ReadonlyMap<string, string>;
}

/** Asked of the last line that gave the cookie a value and a life. */
function cookie(ruleId: string, roles: readonly Role[], holds: (line: Line) => boolean): Question {
  return {
    ruleId,
    roles,
    holds(values) {
      const line = values
        .filter(({ carrier, direction }) => carrier === 'cookie' && direction === 'received')
        .map(lineOf)
        .findLast(gives);
      return line !== undefined && holds(line);
    },
  };
}

function lineOf({ value: text, at }: PlacedValue): Line {
  const [value = '', ...rest] = text.split(';').map((part) => part.trim());
  const attributes = new Map([
    ['value', value],
    ...rest.map((part): [string, string] => {
      const [name = '', ...given] = part.split('=');
      return [name.trim().toLowerCase(), given.join('=').trim()];
    }),
  ]);
  return { at, attributes };
}

function gives(line: Line): boolean {
  const value = (line.attributes.get('value') ?? '').replace(/^"(.*)"$/, '$1');
  return (
    !/^(?:|deleted?|deleteMe|null|false|0|expired|e30|%7B%7D|\{\})$/i.test(value) &&
    (lifetimeOf(line) ?? 1) > 0
  );
}

/** Milliseconds from now on that the line asks for; undefined for a cookie of the browser session. */
function lifetimeOf(line: Line): number | undefined {
  const maxAge = line.attributes.get('max-age');
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) return Number(maxAge) * 1_000;
  const expires = Date.parse((line.attributes.get('expires') ?? '').replaceAll('-', ' '));
  return Number.isNaN(expires) ? undefined : expires - line.at;
}

type Members = Record<string, unknown>;

function jwt(
  ruleId: string,
  roles: readonly Role[],
  holds: (claims: Members, header: Members) => boolean,
): Question {
  return {
    ruleId,
    roles,
    holds: (values) =>
      values
        .flatMap(({ value }) => [...decodeURIComponentSafely(value).matchAll(JWS)])
        .some(([, header = '', claims = '']) => {
          const read = [decode(claims), decode(header)];
          return read[0] !== undefined && read[1] !== undefined && holds(read[0], read[1]);
        }),
  };
}

const JWS = /(eyJ[\w-]{8,})\.(eyJ[\w-]{8,})\.[\w-]*/g;

function decode(part: string): Members | undefined {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString()) as Members;
  } catch {
    return undefined;
  }
}

function decodeURIComponentSafely(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function livesLongerThan(days: number) {
  return ({ exp, iat }: Members) =>
    typeof exp === 'number' && typeof iat === 'number' && (exp - iat) * 1_000 > days * DAY + 1_000;
}
