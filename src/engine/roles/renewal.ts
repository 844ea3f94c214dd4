import type { Credential, ExchangeRef } from '../model.js';
import { pathOf } from '../normalize/addresses/site.js';
import { text, type Text } from '../text.js';
import { tellPath } from '../values/telling/redact.js';
import { isTokenLike, plainValue } from './cookie-facts.js';
import type { Cue } from './cue.js';

/** What goes with every request may be changed beside a token once: by a login, for instance. */
const MANY = 2;

/**
 * True for a cookie that was changed each time that an access token was fetched, always by the same
 * address, and never otherwise, whatever it is called.
 */
export function renewsTokens(credential: Credential): boolean {
  const { kind, attributes, behaviour, life } = credential;
  const { renewed, issuedAtLogin } = behaviour;
  if (kind !== 'cookie' || !renewed || issuedAtLogin?.id === renewed.exchange.id) return false;
  const isEverywhere = (attributes?.path ?? '/') === '/';
  // State that is sealed or signed is written anew with whatever is asked for.
  if (isEverywhere && isTokenLike(plainValue(credential))) return false;
  const changes = life.filter(({ type }) => type === 'rotated');
  const times = changes.reduce((sum, { count }) => sum + count, 0);
  const isSame = changes.every(({ exchange }) => isLike(exchange, renewed.exchange));
  // With what the last one gave nothing may have been asked yet.
  return isSame && renewed.count >= Math.max(isEverywhere ? MANY : 1, times - 1);
}

function isLike(one: ExchangeRef | undefined, other: ExchangeRef): boolean {
  return one?.method === other.method && pathOf(one.url) === pathOf(other.url);
}

/** Says so. */
export function renewedBy({ behaviour }: Credential): Text {
  return text(
    'evidence_renews_tokens',
    'answers of {path} alone change it, and give the next access token with it',
    { path: tellPath(behaviour.renewed?.exchange.url ?? '') },
  );
}

/** Whatever it is called: for it alone the next access token was given (RFC 6749 §6). */
export function renewerCues({ kind, behaviour }: Credential): Cue[] {
  if (kind !== 'token' || !behaviour.renews) return [];
  const said = text(
    'evidence_renews_for_it',
    'an answer gave it beside an access token, and {path} gave the next one for it alone',
    { path: tellPath(behaviour.renews.url) },
  );
  return [{ role: 'refresh-token', weight: 0.85, text: said }];
}
