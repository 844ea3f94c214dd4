import { decodeJwt, decodeProtectedHeader } from 'jose';
import { expect } from 'vitest';
import type { WireLog } from './wire-log.js';

const DAY = 24 * 3600;

/** How each kind of weakness shows in the recorded visit. */
export const SHOWN: Record<string, (log: WireLog, credential: string) => boolean> = {
  'cookie-missing-httponly': (log, name) =>
    lines(log, name).every((line) => !/; HttpOnly/i.test(line)),
  'cookie-missing-secure': (log, name) =>
    log.jar.includes(name) && lines(log, name).every((line) => !/; Secure/i.test(line)),
  'cookie-missing-samesite': (log, name) =>
    lines(log, name).every((line) => !/; SameSite/i.test(line)),
  'cookie-samesite-none-insecure': (log, name) =>
    lines(log, name).every((line) => line.endsWith('; SameSite=None')) && !log.jar.includes(name),
  'cookie-prefix-violated': (log, name) =>
    name.startsWith('__Host-') &&
    lines(log, name).every((line) => !/; Secure/.test(line)) &&
    !log.jar.includes(name),
  'cookie-persistent-session': (log, name) => lines(log, name).every((line) => daysOf(line) > 29),
  'remember-me-lifetime-too-long': (log, name) =>
    lines(log, name).every((line) => daysOf(line) > 400),
  'cookie-expired-on-arrival': (log, name) =>
    lines(log, name).every((line) => daysOf(line) < 0 && /^\w+=[^;]+;/.test(line)) &&
    !log.jar.includes(name),
  'jwt-alg-none': (log, name) => decodeProtectedHeader(tokenOf(log, name)).alg === 'none',
  'jwt-missing-exp': (log, name) => decodeJwt(tokenOf(log, name)).exp === undefined,
  'jwt-expired-in-use': (log, name) => {
    const { exp = Infinity } = decodeJwt(tokenOf(log, name));
    return usesOf(log, name).some(({ status }) => status === 200) && exp < Date.now() / 1000;
  },
  'jwt-lifetime-too-long': (log, name) => {
    const { exp = 0, iat = 0 } = decodeJwt(tokenOf(log, name));
    return exp - iat > 30 * DAY;
  },
  'token-in-url': (log, name) =>
    usesOf(log, name).some(({ url, value }) => url.search.includes(value)),
  'refresh-token-readable': (log, name) => log.localStorage[name] === tokenOf(log, name),
  'password-over-http': (log) =>
    log.sent.some(({ url }) => url.protocol === 'http:' && url.pathname === '/login'),
  'session-not-rotated-at-login': (log, name) => {
    const values = lines(log, name).map((line) => line.split(';')[0]);
    return values.length > 1 && new Set(values).size === 1;
  },
  'session-default-name': (log, name) => log.jar.includes(name) && name === 'connect.sid',
  'jwt-profile-incomplete': (log, name) => {
    const { typ } = decodeProtectedHeader(tokenOf(log, name));
    const claims = decodeJwt(tokenOf(log, name));
    const promised = ['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti'];
    return typ === 'at+jwt' && promised.some((claim) => claims[claim] === undefined);
  },
  'token-in-local-storage': (log, name) => log.localStorage[name] === tokenOf(log, name),
  'token-in-session-storage': (log, name) =>
    log.sessionStorage[name]?.includes(tokenOf(log, name)) === true,
  'token-over-http': (log, name) => usesOf(log, name).some(({ url }) => url.protocol === 'http:'),
  'token-sent-cross-site': (log, name) =>
    usesOf(log, name).some(({ url }) => url.hostname === 'metrics.test'),
  'session-id-in-url': (log, name) =>
    usesOf(log, name).some(({ url }) => url.pathname.includes(`;${name}=`)),
  'basic-auth-in-use': (log) =>
    log.sent.some(({ headers }) => /^Basic \S+$/.test(headers['authorization'] ?? '')),
};

interface Use {
  value: string;
  url: URL;
  status: number;
}

/** Requests that carried a token, by its label in `weaknesses.ts`. */
export function usesOf(log: WireLog, label: string): Use[] {
  return log.sent.flatMap(({ headers, url, status }) => {
    const value = {
      access_token:
        /^Bearer (.+)$/.exec(headers['authorization'] ?? '')?.[1] ??
        url.searchParams.get('access_token'),
      refresh_token: headers['x-refresh-token'],
      profile: headers['x-id-token'],
      'x-legacy-token': headers['x-legacy-token'],
      jsessionid: /;jsessionid=(\w+)$/.exec(url.pathname)?.[1],
    }[label];
    return value ? [{ value, url, status }] : [];
  });
}

function tokenOf(log: WireLog, label: string): string {
  return usesOf(log, label)[0]?.value ?? '';
}

/** Set-Cookie lines of one cookie; there has to be one. */
function lines(log: WireLog, name: string): string[] {
  const found = log.setCookies.filter((line) => nameOf(line) === name);
  expect(found, `Set-Cookie of ${name}`).not.toEqual([]);
  return found;
}

/** Name of the cookie that a Set-Cookie line is about. */
export function nameOf(line: string): string {
  return line.slice(0, line.indexOf('='));
}

function daysOf(line: string): number {
  const expires = /; Expires=([^;]+)/i.exec(line)?.[1] ?? '';
  return (Date.parse(expires) - Date.now()) / 1000 / DAY;
}
