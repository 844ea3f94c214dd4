import { isLoginPath } from '../moments/login/login-words.js';
import { isLogoutPath } from '../moments/logout/logout-words.js';
import { isLoginLabel, isLogoutLabel } from '../normalize/words/act-labels.js';
import { tellValue } from '../values/telling/redact.js';

// The pieces of which answers are made (`features.ts`), and sets of them.

const ADDRESS = /^(?:href|action|src) (.+)$/;
/** A text of its own: a label, or a sentence. */
const TEXT = /“([^”]*)”?$/;
/** Amid a sentence: words that mean nothing else in it. */
const OUT = /\b(?:log|sign)[-_ ]?(?:out|off)\b|로그아웃|ログアウト|登出|退出登录/i;
const IN = /\b(?:log|sign)[-_ ]?(?:in|on)\b|로그인|ログイン|登录|登入/i;

/**
 * A piece as it may be kept: where it stands and of what kind it is, no text but that of a login.
 */
export function shown(piece: string): string {
  if (isSignOut(piece) || isSignIn(piece)) return tellValue(piece);
  if (piece.startsWith('script ')) return '<script>';
  return tellValue(piece.replace(TEXT, ({ length }) => `“…(${Math.max(0, length - 2)})”`));
}

/** A link to the logout, or its word. */
export function isSignOut(piece: string): boolean {
  return isAddressOf(piece, isLogoutPath) || isLogoutLabel(textOf(piece)) || OUT.test(piece);
}

/** A link to the login, or its word. */
export function isSignIn(piece: string): boolean {
  return isAddressOf(piece, isLoginPath) || isLoginLabel(textOf(piece)) || isAsked(piece);
}

function isAsked(piece: string): boolean {
  return IN.test(piece) && !OUT.test(piece);
}

function textOf(piece: string): string {
  return TEXT.exec(piece)?.[1] ?? '';
}

function isAddressOf(piece: string, is: (url: string) => boolean): boolean {
  const path = ADDRESS.exec(piece)?.[1];
  return path !== undefined && is(path.startsWith('/') ? `https://here.invalid${path}` : path);
}

/** How much of what is expected is there, from 0 to 1; undefined where nothing is expected. */
export function shareOf(
  expected: ReadonlySet<string>,
  all: ReadonlySet<string>,
): number | undefined {
  return expected.size === 0 ? undefined : both(expected, all).size / expected.size;
}

/** What is in both. */
export function both(one: ReadonlySet<string>, other: ReadonlySet<string>): Set<string> {
  return new Set([...one].filter((piece) => other.has(piece)));
}

/** What is in the one alone. */
export function without(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  return [...one].filter((piece) => !other.has(piece));
}
