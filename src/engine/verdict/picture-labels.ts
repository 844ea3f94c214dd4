import type { Carrier, Credential, ExchangeRef } from '../model.js';
import { remembered } from '../memo.js';
import { type Text, text, type Told } from '../text.js';
import { tellList, tellName, tellRequest } from '../values/telling/redact.js';

// What the arrows and lanes of the flow picture are called.

/** A name is cut to this, in a picture. */
const MAX_NAME = 40;

/** A picture of the next report has the same requests. */
export const requestOf = remembered(tellRequest);

/** What was asked for, and with what; an arrow of different requests names the first of them. */
export function sendLabel(ref: ExchangeRef, sent: readonly Credential[], isMixed: boolean): Text {
  const request = requestOf(ref);
  if (sent.length === 0) return text('picture_request', '{request}', { request });
  const told = { request, names: listOf(sent) };
  return isMixed
    ? text('picture_requests_with', '{request} and others with {names}', told)
    : text('picture_request_with', '{request} with {names}', told);
}

/**
 * What makes a response that gives something the same as one before; undefined where it gives
 * nothing.
 */
export function cycleOf(
  lane: string,
  ref: ExchangeRef,
  sent: readonly Credential[],
  given: readonly Credential[],
): string | undefined {
  if (given.length === 0 || sent.length === 0) return undefined;
  return JSON.stringify([lane, requestOf(ref), listOf(sent), listOf(given)]);
}

export function keepLabel(
  { name, cookie, carrier }: Credential,
  ref: ExchangeRef,
  area: Carrier | undefined,
): Text {
  if (carrier !== 'cookie')
    return text('picture_keep', '{area}: {name}', { area: area ?? '', name: tellName(name) });
  return cookie?.clearedBy?.id === ref.id
    ? text('picture_forget', 'cookie jar: {name} removed', { name: tellName(name) })
    : text('picture_keep_cookie', 'cookie jar: {name}', { name: tellName(name) });
}

export function namesOf(credentials: readonly Credential[]): Text {
  return text('picture_give', '{names}', { names: listOf(credentials) });
}

function listOf(credentials: readonly Credential[]): Told {
  return tellList([...new Set(credentials.map(shortName))], 3);
}

const shortName = remembered(({ name }: Credential) => tellName(name, MAX_NAME));

export function hostOf(site: string): string {
  return site.replace(/^[a-z]+:\/\//, '');
}
