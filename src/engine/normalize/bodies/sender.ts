import type { Body } from '../../model.js';
import { regex } from '../../regex.js';
import { isPasswordField } from '../passwords/password-field.js';
import { unaccented } from '../words/unaccented.js';
import { parseJson } from './json-strings.js';
import { isNo } from './outcome-values.js';
import type { RawField } from './raw-field.js';
import { codeAmong, type Member } from './sent-code-field.js';

// What a request says of whoever sends it, where it brings no password: that it is a guest, that
// it has a code that was sent to somebody, or nothing at all. No standard has words for a guest:
// each shop has its own.

/** What is longer says more than this is about. */
const LONGEST = 8_192;
const LONGEST_BARE = 2_048;
const MOST_MEMBERS = 96;
const DEEPEST = 4;
const NOBODY = regex('i')`
  ^(?:as[-_ ]?)?(?:anon(?:ymous)?|guest|visitor|unregistered|(?:without|no)[-_ ]?account|gast|invite
  |invitado|ospite|convidado)(?:[-_ ]?(?:user|customer|shopper|session|checkout|order|login))?$`;
/** A switch for it that is on. */
const AS_GUEST = regex('i')`
  ^(?:(?:is|as|use|for|checkout|continue|proceed|order|buy|log_?in)_?){0,3}
  (?:guest|anonymous|visitor)(?:_?(?:checkout|order|user|customer|login|mode|account|register
  |registration|purchase))?$`;
/** A switch for an account that is off. */
const NEW_ACCOUNT = regex('i')`
  ^(?:(?:create|make|open|new|save|want|register)_?(?:an?_)?(?:new_)?(?:customer_?|user_?)?
  (?:account|user|customer)|register|registration|sign_?up)$`;
/** What says by a word which kind of visitor it is. */
const KIND = regex('i')`
  ^(?:(?:register|registration|checkout|customer|account|user|auth|login|order|shopper|member)_?
  (?:type|method|mode|kind|option|choice|as)|account|type|provider|method|mode|checkout)$`;
/** Whoever logs in says none of these. */
const OF_ORDER = regex('i')`
  (?:^|_)(?:(?:first|last|given|family)_?name|sur_?name|street\d?|address(?:_?(?:line)?_?\d)?
  |post_?(?:al_?)?code|zip(?:_?code)?|city|town|telephone|phone|vorname|nachname|strasse|plz|ort
  |prenom|adresse|code_?postal|ville|apellidos?|direccion|ciudad|cognome|indirizzo|citta|cap
  |sobrenome|endereco|cidade|cep|voornaam|achternaam|straat|postcode|imie|nazwisko|ulica|miasto)$`;
const LEAST_OF_ORDER = 2;
/** Of software, of a place or of a page, whatever the words in it are. */
const OF_THING = regex('i')`
  user_?agent|csrf|xsrf|authenticity|captcha|(?:public|api|site|app|project|store)_?key$|referr?er
  |(?:^|_)(?:url|uri|href)$
  |(?:app|device|host|browser|os|path|page|event|screen|time_?zone|store|shop|site|channel|platform
  |project|product|file|locale|client|lang|language|country|currency|region|brand|model|package
  |campaign|source|tenant|widget|visitor|anonymous|install\w*|request|trace)_?
  (?:name|code|u?u?id|number|version|type)$`;
/** So long a word with a figure may be a key. */
const KEY = /^(?=\S*\d)\S{16,}$/;
/** Of a person, or what proves who it is. */
const OF_PERSON = regex('i')`
  user|log_?in|mail|phone|mobile|name|pass|pwd|code|token|ticket|assert|cred|secret|key|sig|otp|auth
  |account|member|card|number|nick|ident|person|customer|jwt|saml|oidc|wallet|address|proof|answer
  |challenge|response|cipher|encrypt|payload|message|certificate
  |(?:^|_)(?:pin|tel|u|p|id|uid|sub)$`;

/** What a form or data says of whoever sends it; nothing where it brings a password. */
export function senderOf(
  { kind, passwordField, newPassword }: Body,
  raw: readonly RawField[],
  source: string,
  json: unknown,
): Pick<Body, 'asGuest' | 'impersonal' | 'sentCode'> {
  if ((kind !== 'form' && kind !== 'json') || source.length > LONGEST) return {};
  const data = kind === 'json' ? (json ?? parseJson(source)) : undefined;
  if (kind === 'json' && data === undefined) return {};
  const members = kind === 'json' ? leavesOf(data) : raw.map(memberOf);
  if (members.some(([name, value]) => isPasswordField(name) && isGiven(value))) return {};
  if (isGuest(members)) return { asGuest: true };
  if (passwordField !== undefined || newPassword !== undefined) return {};
  const sentCode = codeAmong(members);
  if (sentCode) return { sentCode };
  const isBare = source.length <= LONGEST_BARE && !members.some(mayTell);
  return isBare && members.length < MOST_MEMBERS ? { impersonal: true } : {};
}

function isGuest(members: readonly Member[]): boolean {
  const leavesEmpty = members.some(([name]) => isPasswordField(name));
  const ofOrder = members.filter(([name, value]) => OF_ORDER.test(name) && isGiven(value));
  return (
    members.some(([name, value]) => {
      if (AS_GUEST.test(name) && isYes(value)) return true;
      if (KIND.test(name) && typeof value === 'string' && NOBODY.test(value)) return true;
      return leavesEmpty && NEW_ACCOUNT.test(name) && isNo(value);
    }) ||
    (leavesEmpty && new Set(ofOrder.map(([name]) => name)).size >= LEAST_OF_ORDER)
  );
}

/** It may say who sends it, or prove it. */
function mayTell([name, value]: Member): boolean {
  if (!isGiven(value) || OF_THING.test(name)) return false;
  if (OF_PERSON.test(name)) return true;
  return typeof value === 'string' && (value.includes('@') || KEY.test(value));
}

function isGiven(value: unknown): boolean {
  return typeof value === 'number' ? value !== 0 : typeof value === 'string' && value !== '';
}

function isYes(value: unknown): boolean {
  return value === true || value === 1 || /^(?:1|true|yes|on|y)$/i.test(String(value));
}

function memberOf({ pointer, value }: RawField): Member {
  return [nameOf(pointer.split(/[[.]/).findLast((part) => part !== ']') ?? ''), value];
}

/** `isGuestCheckout` is is_guest_checkout. */
function nameOf(name: string): string {
  return unaccented(
    name
      .replace(/\]$/, '')
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
      .replaceAll('-', '_'),
  );
}

/** What stands in data that is no object and no list, with the name above it. */
function leavesOf(json: unknown, name = '', depth = 0, found: Member[] = []): Member[] {
  if (found.length >= MOST_MEMBERS) return found;
  if (typeof json !== 'object' || json === null) found.push([nameOf(name), json]);
  else if (depth < DEEPEST)
    for (const [own, value] of Object.entries(json).slice(0, MOST_MEMBERS))
      leavesOf(value, Array.isArray(json) ? name : own, depth + 1, found);
  else found.push(['payload', 'deep']);
  return found;
}
