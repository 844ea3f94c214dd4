import type { Body, Exchange, Header } from '../../engine/model.js';
import { withoutPairHash } from '../../engine/normalize/passwords/basic-password.js';
import { parseUrl } from '../../engine/normalize/addresses/site.js';
import { parametersOf } from '../../engine/normalize/addresses/url-parameters.js';
import { diagnosesOf } from '../../engine/places/exchange-diagnoses.js';
import { render } from '../../engine/render.js';
import type { Translate } from '../../engine/text.js';
import type { ExchangeLinks } from '../../engine/trail/links.js';
import {
  isSecret,
  maskHeader,
  maskKept,
  maskName,
  maskText,
  preview,
  redactUrl,
} from '../../engine/values/telling/redact.js';
import { withoutHidden } from './hidden-cookies.js';
import type { MaskedPair, RawRequest, RequestDetail, RequestRow, WholeHeaders } from './view.js';

/** Ids of the credentials whose current value stands in a text. */
export type CredentialsIn = (source: string) => string[];

/** Masks texts that come again in many rows, each once. */
export class RowWords {
  readonly #known = new Map<string, string>();

  readonly address = (url: string): string => this.#once(`a${url}`, () => redactUrl(url));
  readonly method = (name: string): string => this.#once(`m${name}`, () => maskName(name));

  #once(key: string, make: () => string): string {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.#known.set(key, made);
    return made;
  }
}

/** An exchange as a row of the list of requests. */
export function rowOf(
  exchange: Exchange,
  { carried, set }: ExchangeLinks,
  words = new RowWords(),
): RequestRow {
  const { id, method, url, type, startedAt, endedAt, response, error, probe } = exchange;
  const initiator = exchange.script ?? exchange.initiator;
  return {
    id,
    method: words.method(method),
    url: redactUrl(url),
    host: parseUrl(url)?.host ?? '',
    type,
    startedAt,
    ...(endedAt !== undefined && { duration: endedAt - startedAt }),
    ...(response && { status: response.status }),
    ...(error !== undefined && { error: maskText(error) }),
    ...(initiator !== undefined && { initiator: words.address(initiator) }),
    ...(response?.size !== undefined && { size: response.size }),
    carried,
    set,
    ...(probe && { probe }),
  };
}

interface DetailOptions {
  translate?: Translate | undefined;
  /** All headers, where somebody still has them. */
  whole?: WholeHeaders | undefined;
  /** Values of which nobody is shown anything. */
  hidden?: ReadonlySet<string> | undefined;
}

/** An exchange in full, masked. */
export function detailOf(
  exchange: Exchange,
  row: RequestRow,
  credentialsIn: CredentialsIn,
  { translate, whole, hidden = new Set() }: DetailOptions = {},
): RequestDetail {
  const { request, response } = exchange;
  const headers = (kept: readonly Header[] = [], all?: readonly Header[]) =>
    (all ?? kept).map((header) => maskedHeader(header, credentialsIn, hidden));
  return {
    row,
    parameters: parametersIn(exchange.url, credentialsIn),
    requestHeaders: headers(request.headers, whole?.request),
    responseHeaders: headers(response?.headers, whole?.response),
    requestFields: fieldsOf(request.body, credentialsIn),
    responseFields: fieldsOf(response?.body, credentialsIn),
    left: whole ? { request: 0, response: 0 } : leftOf(exchange),
    diagnoses: diagnosesOf(exchange).map((diagnosis) => render(diagnosis.text, translate)),
  };
}

/** An exchange as it was, for who asked for it. */
export function rawOf({ method, url, request, response }: Exchange): RawRequest {
  return {
    method,
    url,
    ...(response && { status: response.status }),
    requestHeaders: request.headers.map(({ name, value }) => ({
      name,
      value: withoutPairHash(name, value),
    })),
    responseHeaders: response?.headers ?? [],
  };
}

/** Every request has headers: where none is there, nobody told of them. */
function leftOf({ request, response }: Exchange): RequestDetail['left'] {
  const of = ({ headers, left }: { headers: Header[]; left?: number }) =>
    left ?? (headers.length === 0 ? null : 0);
  return { request: of(request), response: response ? of(response) : 0 };
}

function parametersIn(url: string, credentialsIn: CredentialsIn): MaskedPair[] {
  const parsed = parseUrl(url);
  return (parsed ? parametersOf(parsed) : []).map(([name, value]) => ({
    name: maskName(name),
    value: isSecret(name, value) ? preview(value) : maskText(value),
    ...credentialsOf(value, credentialsIn),
  }));
}

function maskedHeader(
  header: Header,
  credentialsIn: CredentialsIn,
  hidden: ReadonlySet<string>,
): MaskedPair {
  const { name, value } = header;
  const pair = {
    name: maskName(name),
    value: maskHeader(name, withoutHidden(header, hidden).value),
    ...credentialsOf(value, credentialsIn),
  };
  if (name.toLowerCase() !== 'cookie') return pair;
  const parts = value.split(';').map((part) => cookiePart(part.trim(), credentialsIn, hidden));
  return { ...pair, parts };
}

/** One cookie of a Cookie header (RFC 6265 §4.2.1). */
function cookiePart(
  part: string,
  credentialsIn: CredentialsIn,
  hidden: ReadonlySet<string>,
): MaskedPair {
  const equals = part.indexOf('=');
  const shown = withoutHidden({ name: 'cookie', value: part }, hidden).value;
  const masked = maskHeader('cookie', shown);
  const found = credentialsOf(part.slice(equals + 1), credentialsIn);
  if (equals < 0) return { name: '', value: masked, ...found };
  const name = maskName(part.slice(0, equals));
  return { name, value: masked.slice(name.length + 1), ...found };
}

function fieldsOf(body: Body | undefined, credentialsIn: CredentialsIn): MaskedPair[] {
  return (body?.fields ?? []).map(({ pointer, value }) => ({
    name: maskName(pointer),
    value: maskKept(pointer, value),
    ...credentialsOf(value, credentialsIn),
  }));
}

function credentialsOf(value: string, credentialsIn: CredentialsIn): Partial<MaskedPair> {
  const credentialIds = credentialsIn(value);
  return credentialIds.length > 0 ? { credentialIds } : {};
}
