import type { Severity } from '../../model.js';
import { looksRandom } from '../../values/ids/entropy.js';
import { isJwt } from '../../values/tokens/jwt.js';
import { knownIssuerOf } from '../../values/tokens/known-prefix.js';
import { roleOfPrefix } from '../../values/tokens/login-prefix.js';
import { isTestKey, secretKeyIssuer } from '../../values/tokens/secret-key.js';
import { regex } from '../../regex.js';
import { escapeToken } from '../../json-pointer.js';

export type SensitiveKind =
  | 'password'
  | 'secret'
  | 'national-id'
  | 'payment'
  | 'special-category'
  | 'address';

/** One kind of what does not belong into a token that everybody can read who holds it. */
interface KindOf {
  readonly kind: SensitiveKind;
  readonly severity: Severity;
  /** By which name, written in snake case. */
  readonly name?: RegExp;
  /** Of which form; with a name both have to fit. */
  isValue(value: unknown): boolean;
}

export interface SensitiveClaim {
  readonly kind: SensitiveKind;
  readonly severity: Severity;
  /** JSON pointer (RFC 6901). */
  readonly pointer: string;
}

const PASSWORD_HASH = regex('i')`
  ^(?:\$(?:2[abxy]?|argon2(?:i|d|id)|scrypt|pbkdf2[\w-]*|[156])\$
  |\{(?:s?sha\d*|s?md5|bcrypt|crypt)\}|pbkdf2(?:_sha\d+|:sha\d+)[$:])`;
/** What no table of keys has: those of no service, of a client, and of an app's installation. */
const OTHER_SECRET = /^-----BEGIN [A-Z ]*PRIVATE KEY-----|^(?:GOCSPX-|ghs_)[\w.-]{16,}/;
const NO_VALUE = regex('i')`
  ^(?:true|false|yes|no|null|none|n\/a|set|unset|ok|expired|valid|required|temporary|[*x•.]+
  |\d{4}-\d\d-\d\d.*)$`;

const KINDS: readonly KindOf[] = [
  { kind: 'password', severity: 'high', isValue: matches(PASSWORD_HASH) },
  {
    kind: 'password',
    severity: 'high',
    name: regex()`
      ^(?:user_?)?(?:password|passwd|passphrase|pwd|pw)(?:_?(?:hash|digest|salt))?$
      |^(?:hashed|encrypted|plain)_?(?:password|pwd)$`,
    isValue: (value) => typeof value === 'string' && value !== '' && !NO_VALUE.test(value),
  },
  { kind: 'secret', severity: 'high', isValue: (value) => isSecretKey(value) },
  {
    kind: 'secret',
    severity: 'high',
    name: regex()`
      (?:^|_)(?:client_secret|secret|secret_key|private_key|encryption_key|signing_key
      |refresh_token|access_token|totp_secret|otp_secret|mfa_secret)$`,
    isValue: (value) =>
      typeof value === 'string' && value.length >= 16 && (looksRandom(value) || isJwt(value)),
  },
  {
    kind: 'national-id',
    severity: 'medium',
    name: regex()`
      ^(?:ssn|social_security(?:_(?:no|number))?|national_id(?:entification)?(?:_number)?
      |(?:national_)?identity_(?:card_)?number|resident_registration_number|rrn
      |jumin(?:_?no)?|personnummer|personal_(?:identity_)?number|fodselsnummer|hetu|bsn
      |nric|cpf|curp|pesel|codice_fiscale|aadhaar(?:_number)?|passport(?:_(?:no|number))?
      |driv(?:er|ing)s?_licen[cs]e(?:_(?:no|number))?|tax_(?:id|number)|nino)$`,
    isValue: (value) =>
      (typeof value === 'string' && /^(?=(?:\D*\d){4})[A-Z0-9][A-Z0-9 ./-]{5,19}$/i.test(value)) ||
      (typeof value === 'number' && value >= 1e5),
  },
  {
    kind: 'payment',
    severity: 'medium',
    name: regex()`
      ^(?:(?:credit|debit|payment|bank)_?card|card_?(?:no|num|number)|cc_?(?:no|num|number)|pan
      |primary_account_number)(?:_(?:no|number))?$`,
    isValue: (value) => isCardNumber(String(value)),
  },
  {
    kind: 'payment',
    severity: 'high',
    name: /^(?:cvv2?|cvc2?|card_?pin)$/,
    isValue: (value) => /^\d{3,6}$/.test(String(value)),
  },
  {
    kind: 'payment',
    severity: 'medium',
    name: /^(?:iban|bank_account(?:_(?:no|number))?)$/,
    isValue: (value) =>
      typeof value === 'string' && /^[A-Z]{2}\d\d[A-Z0-9 ]{10,38}$|^[\d -]{8,24}$/i.test(value),
  },
  {
    kind: 'special-category',
    severity: 'medium',
    name: regex()`
      ^(?:diagnos[ie]s|medical_(?:record(?:_(?:no|number))?|condition|history)|mrn
      |health_(?:insurance(?:_(?:no|number))?|record|status)|blood_(?:type|group)|allerg(?:y|ies)
      |medications?|disabilit(?:y|ies)|pregnan(?:t|cy)|hiv(?:_status)?|religion|ethnicity|race
      |sexual_orientation|political_(?:party|opinion|affiliation)|criminal_record)$`,
    isValue: (value) => (typeof value === 'string' ? !NO_VALUE.test(value) : value === true),
  },
  {
    kind: 'address',
    severity: 'low',
    // OpenID Connect Core §5.1.1; a country or a town alone is no address.
    name: regex()`
      ^(?:street(?:_address)?|address(?:_?line)?(?:_?1)?
      |(?:home|postal|residential|billing|shipping|formatted)_address|formatted)$`,
    isValue: (value) =>
      typeof value === 'string' && /\d/.test(value) && /\p{L}{2}.*\s|\s.*\p{L}{2}/u.test(value),
  },
];

const MAX_DEPTH = 6;
const MAX_FOUND = 20;
const MAX_NODES = 2_000;

/** What a set of claims tells of its user that is no affair of whoever holds it, at any depth. */
export function sensitiveClaims(claims: Readonly<Record<string, unknown>>): SensitiveClaim[] {
  const found: SensitiveClaim[] = [];
  let room = MAX_NODES;
  const visit = (name: string, value: unknown, pointer: string, depth: number): void => {
    if (room-- <= 0 || found.length >= MAX_FOUND) return;
    const kind = kindOf(name, value);
    if (kind) return void found.push({ kind: kind.kind, severity: kind.severity, pointer });
    if (typeof value !== 'object' || value === null || depth >= MAX_DEPTH) return;
    for (const [key, inner] of Object.entries(value)) {
      const own = Array.isArray(value) ? name : snakeCase(key);
      visit(own, inner, `${pointer}/${escapeToken(key)}`, depth + 1);
    }
  };
  visit('', claims, '', 0);
  return found;
}

function kindOf(name: string, value: unknown): KindOf | undefined {
  if (isPrivateJwk(value)) return KINDS.find(({ kind }) => kind === 'secret');
  if (typeof value === 'object' || value === '' || value === undefined) return undefined;
  return KINDS.find((one) => (one.name === undefined || one.name.test(name)) && one.isValue(value));
}

/** `https://app.example/claims/homeAddress` is called `home_address`. */
function snakeCase(name: string): string {
  const own = name.slice(-200).split(/[/#:]/).at(-1) ?? name;
  return own
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[\s.-]+/g, '_')
    .toLowerCase();
}

function matches(shape: RegExp): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && shape.test(value);
}

/** A private key, a server's key for a service, or a token that a service's login gives. */
function isSecretKey(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const isServers = secretKeyIssuer(value) !== undefined && !isTestKey(value);
  return isServers || OTHER_SECRET.test(value) || isOfLogin(value);
}

function isOfLogin(value: string): boolean {
  return knownIssuerOf(value) !== undefined && roleOfPrefix(value) !== undefined;
}

/** A key of which `cnf` may hold the public part alone (RFC 7800 §3.2). */
function isPrivateJwk(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'kty')) return false;
  return Object.hasOwn(value, 'd') || Object.hasOwn(value, 'k');
}

/** 13 to 19 digits with a check digit (ISO/IEC 7812-1, Luhn), not all the same. */
function isCardNumber(value: string): boolean {
  const digits = value.replace(/[ -]/g, '');
  if (!/^[2-6]\d{12,18}$/.test(digits)) return false;
  const sum = [...digits].toReversed().reduce((total, digit, at) => {
    const number = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (number > 9 ? number - 9 : number);
  }, 0);
  return sum % 10 === 0;
}
