import { memo } from '../memo.js';
import { isLoginAct } from '../moments/login/login-words.js';
import type { Exchange } from '../model.js';
import { isPasswordField, isPinField } from '../normalize/passwords/password-field.js';
import { isNamedPassword } from '../normalize/passwords/password-name.js';
import { pathPasswordOf } from '../normalize/passwords/path-password.js';
import { parseUrl } from '../normalize/addresses/site.js';
import { regex } from '../regex.js';

/**
 * What an exchange has to do with a password: it sent one in its `body` or its `url`; it sent one
 * by https for a page that had come over http; or it gave a `page` over http that asks for one, or
 * a `challenge`, for which a page sends a `hash` in its place.
 */
export type PasswordUse = 'body' | 'hash' | 'url' | 'from-http' | 'page' | 'challenge';

/** What the log says of it; of a parameter that only a page called one, its name. */
export interface PasswordUses {
  password?: PasswordUse;
  passwordParameter?: string;
}

/**
 * A word of a name that is about a password, and holds none: `password_reset_token`,
 * `showPassword`.
 */
const ABOUT = regex('i')`
  tokens?|reset|forg[oe]t|lost|recover|chang|show|hid|hint|policy|expir|err|fail|invalid|missing
  |wrong|type|field|len|min|max|visib|requir|enabl|allow|^has|^is|^no$|^id$|ur[il]|link|sav|updat
  |succe|status|step|mode|sent|manager|less`;

/** True for an exchange that had a password in it, or what stands for one. */
export function sendsPassword({ password }: PasswordUses): boolean {
  return password !== undefined && password !== 'page' && password !== 'challenge';
}

/**
 * What an exchange has to do with a password, as a member of its log entry; none where it has not.
 */
export function passwordUseOf(exchange: Exchange): PasswordUses {
  const password = useOf(exchange);
  const parameter = password === 'url' ? toldParameterOf(exchange) : undefined;
  return {
    ...(password !== undefined && { password }),
    ...(parameter !== undefined && { passwordParameter: parameter }),
  };
}

/**
 * The parameter that the page's own input for a password fills in; a page for settings calls a
 * token so, to hide it.
 */
function toldParameterOf({ passwordParameter: name }: Exchange): string | undefined {
  return name === undefined || isAbout(name) ? undefined : name;
}

/** The parameter of an address that holds a password. */
export function passwordParameterOf(url: string): string | undefined {
  return url.includes('?') ? parameterOf(url) : undefined;
}

const parameterOf = memo(readParameter, (_url, parameter) => parameter === undefined);

function readParameter(url: string): string | undefined {
  const names = [...new URLSearchParams(parseUrl(url)?.search)].flatMap(([name, value]) =>
    value !== '' && isPasswordField(name) && !isAbout(name) ? name : [],
  );
  const inFull = names.find(isNamedPassword);
  if (inFull !== undefined || !isLoginAct(url)) return inFull;
  // Beside a password a `pin` is the number of a person.
  return names.find((name) => !isPinField(name)) ?? names[0];
}

function useOf(exchange: Exchange): PasswordUse | undefined {
  const { url, request, response, initiator } = exchange;
  const parameter = passwordParameterOf(url) ?? toldParameterOf(exchange);
  if (parameter !== undefined || pathPasswordOf(url) !== undefined) return 'url';
  const field = request.body?.passwordField ?? request.body?.toldPassword;
  if (field !== undefined) {
    const page = request.headers.find(({ name }) => name === 'origin')?.value ?? initiator;
    if (page?.startsWith('http:') && url.startsWith('https:')) return 'from-http';
    return request.body?.passwordHashed ? 'hash' : 'body';
  }
  if (response?.body?.challenge) return 'challenge';
  const asks = response?.body?.kind === 'html' && response.body.passwordField !== undefined;
  return asks && url.startsWith('http:') ? 'page' : undefined;
}

function isAbout(name: string): boolean {
  return name
    .split(/[^\p{L}\d]+|(?<=\p{Ll})(?=\p{Lu})/u)
    .some((word) => ABOUT.test(word) && !isNamedPassword(word));
}
