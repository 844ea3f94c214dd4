import type { HarEntry, PlacedValue } from '../evaluate/inventory.js';
import { valuesOf } from '../evaluate/inventory.js';
import type { Recorded } from '../record/read.js';
import type { Label } from '../support/stack.js';

/** A recording as the oracle reads it: nothing of it went through the engine that is measured. */
export interface Seen {
  labels: readonly Label[];
  entries: readonly HarEntry[];
  values: readonly PlacedValue[];
  states: Recorded['states'];
}

export function seenOf(labels: readonly Label[], { entries, states }: Recorded): Seen {
  return { labels, entries, states, values: valuesOf(entries, Object.values(states)) };
}

export function hostOf(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    return '';
  }
}

/** What somebody registered, for hosts whose public suffix is one label, as all are here. */
export function domainOf(host: string): string {
  return /^[\d.]+$|:/.test(host) ? host : host.split('.').slice(-2).join('.');
}

/** This machine: nobody listens on the way to it. */
export function isLocalHost(host: string): boolean {
  return /^(?:localhost|127\.[\d.]+|\[::1\])$|\.localhost$/.test(host);
}

export function isEncrypted(url: string): boolean {
  return /^(?:https|wss):/.test(url);
}

/** All values of a header, by any case of its name. */
export function headersOf(
  { headers }: Pick<HarEntry['request'], 'headers'>,
  wanted: string,
): string[] {
  return headers.filter(({ name }) => name.toLowerCase() === wanted).map(({ value }) => value);
}

/** Parameters of a request: of its address, its fragment and its form. */
export function parametersOf({ url, postData }: HarEntry['request']): Map<string, string> {
  const { search, hash } = new URL(url);
  const form = postData?.mimeType.includes('form-urlencoded') ? postData.text : '';
  return new Map([search, hash.slice(1), form].flatMap((text) => [...new URLSearchParams(text)]));
}

export function isDocument({ _resourceType }: HarEntry): boolean {
  return _resourceType === 'document';
}

export function startOf({ startedDateTime }: HarEntry): number {
  return Date.parse(startedDateTime);
}

/** A page that asks for a password is no answer to somebody who is logged in. */
export function asksForPassword({ response }: HarEntry): boolean {
  return /<input[^>]+type=["']?password/i.test(response.content.text ?? '');
}

/** An answer with what was asked for, or that it has not changed. */
export function isSuccess({ response: { status } }: HarEntry): boolean {
  return (status >= 200 && status < 300) || status === 304;
}
