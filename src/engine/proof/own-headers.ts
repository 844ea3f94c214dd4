import type { Header } from '../model.js';
import { PASSWORD_MARK } from '../normalize/passwords/password-field.js';
import { isBrowsersScheme } from '../values/names/authorization-names.js';
import { regex } from '../regex.js';
import { isWrittenByBrowser } from '../values/names/browser-headers.js';

/**
 * Headers by which frameworks, tracers and protocols speak of the program, the page or the answer
 * wanted.
 */
const PROGRAMS = regex()`
  ^(?:x-requested-with|x-(?:inertia|pjax|turbo|livewire|up|nextjs|sveltekit|remix
  |apollo|trpc|b3|datadog|amzn?|request|correlation|trace|session-replay)(?:-.*)?|hx-.*
  |turbo-.*|rsc|next-.*|apollo-.*|graphql-.*|trpc-.*|traceparent|tracestate|baggage
  |sentry-trace|b3|newrelic|elastic-apm-.*|uber-trace-id|prefer|depth|ocs-apirequest
  |x-(?:http-)?method(?:-override)?|x-(?:client|app|api|build)-(?:version|name|info|platform|id)
  |x-(?:time-?zone|locale|lang(?:uage)?|platform|device-type))$`;
/** Values that are the same for everybody. */
const COMMON =
  /^(?:|true|false|[01]|null|xmlhttprequest|fetch|bearer|v?\d+(?:\.\d+)+|[\w.+-]+\/[\w.+-]+)$/i;

/** What a browser adds of what it keeps for its user. */
const ADDED = /^(?:cookie|proxy-authorization)$/;

/** Names of what guards against forged requests. */
const GUARD = /c[sr]{1,2}f|xsrf|forgery|requestverification/i;

/** True for a header that a page's own script wrote. */
export function isOwnHeader(name: string): boolean {
  return !isWrittenByBrowser(name) && !ADDED.test(name);
}

/** True for a header of a script that may be part of who asks, whatever it is called. */
export function maySayWhoAsks({ name, value }: Header): boolean {
  return isOwnHeader(name) && !PROGRAMS.test(name) && !COMMON.test(value.trim());
}

/** The browser answers for its user itself (RFC 7617, RFC 7616): what it sends is not kept. */
export function isHttpAuthentication({ value }: { readonly value: string }): boolean {
  return isBrowsersScheme(value);
}

/** A password was sent, of which nothing is kept. */
export function isUnkept({ value }: { readonly value: string }): boolean {
  return value === PASSWORD_MARK;
}

/** True for a header whose value a page can send again. */
export function isKept(header: Header): boolean {
  return !isUnkept(header) && !(header.name === 'authorization' && isHttpAuthentication(header));
}

/** True for the name of something that guards against forged requests. */
export function isNamedAsGuard(name: string): boolean {
  return GUARD.test(name);
}
