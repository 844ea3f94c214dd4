import { readBody } from '../../src/engine/normalize/bodies/body.js';
import { passwordCookies } from '../../src/engine/normalize/passwords/password-cookies.js';
import { withoutPasswords } from '../../src/engine/normalize/passwords/without-passwords.js';

const FORM = 'application/x-www-form-urlencoded';

export interface Sent {
  url?: string;
  mimeType?: string;
  text?: string;
  authorization?: string;
  cookie?: string;
}

/** The cookies that are told to hold the password of a request, as an answer sets them. */
export function told(sent: Sent, ...setCookies: string[]) {
  const { url = 'https://shop.example/login', mimeType = FORM, text, authorization, cookie } = sent;
  const headers = [
    ...(authorization === undefined ? [] : [{ name: 'Authorization', value: authorization }]),
    ...(cookie === undefined ? [] : [{ name: 'Cookie', value: cookie }]),
  ];
  const body = text === undefined ? undefined : { mimeType, text };
  const kept = { url: withoutPasswords(url), body: body && readBody(mimeType, body.text) };
  const answer = setCookies.map((value) => ({ name: 'Set-Cookie', value }));
  return passwordCookies({ url, headers, body }, answer, kept);
}

export function form(password: string, user = 'ada', more: Record<string, string> = {}): Sent {
  return { text: new URLSearchParams({ user, password, ...more }).toString() };
}
