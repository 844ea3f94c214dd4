import { memo } from '../memo.js';
import { regex } from '../regex.js';
import { wordTable } from '../word-table.js';

/**
 * Members and fields that hold what belongs to a person (OpenID Connect Core §5.1, and usual
 * names).
 */
const NAMES: ReadonlySet<string> = wordTable(`
  email mail e_mail emailaddress username user_name login loginname userid_or_email identifier
  given_name family_name middle_name first_name last_name full_name display_name nick nickname
  firstname lastname fullname displayname surname forename preferred_username unique_name upn
  birthdate birthday phone phone_number phonenumber mobile telephone street street_address
  address postal_code iban user usr account_name log user_login email_address handle
  holder card_holder cardholder cardholder_name account_holder cvv cvv2 cvc cvc2 card_code
  ssn social_security_number national_id tax_id passport_number dob date_of_birth birth_date
`);
/** In the claims of a token these say who it is, too. */
const CLAIMS: ReadonlySet<string> = wordTable(`
  name sub uid oid user_id userid username cognito:username actort act picture profile website
  samaccountname employee_id customer_id account_id
`);
/**
 * Claims and header parameters that say for whom, by whom, how and with which key: of no person.
 */
const OF_NOBODY: ReadonlySet<string> = wordTable(`
  iss aud azp client_id cid appid scope scp scopes acr amr acrs ver version token_use token_type
  typ cty alg enc zip kid x5t x5t#s256 jku x5u crit kty crv use key_ops roles role groups
  permissions authorities realm idp grant_type gty plan tier type tenant tid org_id ref
`);

/** True for a field that tells who somebody is. */
export function isPersonal(name: string): boolean {
  return NAMES.has(lastOf(name));
}

/** A header by which a proxy or a script says who somebody is: `X-Remote-User`, `X-User-Email`. */
const HEADER = regex('i')`
  (?:^from|(?:^|[-_])(?:user|user-?name|user-?id|uid|upn|e-?mail|login-?name))$`;

/** True for a header that tells who somebody is. */
export function isPersonalHeader(name: string): boolean {
  return HEADER.test(name);
}

/** The same for a claim of a token. */
export function isPersonalClaim(name: string): boolean {
  return CLAIMS.has(lastOf(name)) || isPersonal(name);
}

/** True for a claim that stays readable. */
export function isOfNobody(name: string): boolean {
  return OF_NOBODY.has(lastOf(name));
}

/** Traffic has few names, each of them many times. */
const MANY_NAMES = 1_024;
/** `user[firstName]`, `/user/firstName`, `firstName`. */
const lastOf = memo(
  (name) => {
    const last = name.replace(/\]+$/, '').split(/[/[.]/).at(-1)!;
    const snake = last.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();
    return snake.replaceAll('-', '_');
  },
  undefined,
  MANY_NAMES,
);

const EMAIL =
  /[A-Za-z0-9][\w.+'-]{0,63}@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){1,5}/g;
/** What stands behind the last dot of packages with a version, of files and of reserved names. */
const NO_MAIL = /\.(?:m?js|cjs|ts|css|map|json|png|jpe?g|gif|svg|webp|html?|\d[\w-]*)$/i;
/** Addresses of electronic mail in a text. */
export function emailsIn(text: string): string[] {
  if (!text.includes('@')) return [];
  return [...new Set(text.match(EMAIL))].filter((one) => !NO_MAIL.test(one));
}

/** True for an address of electronic mail and nothing else. */
export function isEmail(text: string): boolean {
  return emailsIn(text)[0] === text;
}

const PHONE = /(?<![\w+/.-])\+[1-9]\d{8,14}(?![\w+/=.])/g;
/** Numbers of telephones as all the world writes them (E.164) in a text. */
export function phonesIn(text: string): string[] {
  return text.includes('+') ? [...new Set(text.match(PHONE))] : [];
}
