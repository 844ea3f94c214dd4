import type { Body, Exchange, Header } from '../engine/model.js';
import { diagnosesOf } from '../engine/places/exchange-diagnoses.js';
import { render, type Translate } from '../engine/text.js';
import type { ExchangeLinks } from '../engine/trail/links.js';
import { maskHeader, maskName, maskText, preview, redactUrl } from '../engine/values/redact.js';
import type { MaskedPair, RequestDetail, RequestRow } from './view.js';

/** Ids of the credentials whose current value stands in a text. */
export type CredentialsIn = (source: string) => string[];

/** An exchange as a row of the list of requests. */
export function rowOf(exchange: Exchange, { carried, set }: ExchangeLinks): RequestRow {
  const { id, method, url, type, startedAt, endedAt, response, error } = exchange;
  return {
    id,
    method: maskName(method),
    url: redactUrl(url),
    host: URL.canParse(url) ? new URL(url).host : '',
    type,
    startedAt,
    ...(endedAt !== undefined && { duration: endedAt - startedAt }),
    ...(response && { status: response.status }),
    ...(error !== undefined && { error: maskText(error) }),
    carried,
    set,
  };
}

/** An exchange in full, masked. */
export function detailOf(
  exchange: Exchange,
  row: RequestRow,
  credentialsIn: CredentialsIn,
  translate?: Translate,
): RequestDetail {
  const { request, response } = exchange;
  const headers = (list: readonly Header[] = []) =>
    list.map((header) => maskedHeader(header, credentialsIn));
  return {
    row,
    requestHeaders: headers(request.headers),
    responseHeaders: headers(response?.headers),
    requestFields: fieldsOf(request.body, credentialsIn),
    responseFields: fieldsOf(response?.body, credentialsIn),
    diagnoses: diagnosesOf(exchange).map((diagnosis) => render(diagnosis.text, translate)),
  };
}

function maskedHeader({ name, value }: Header, credentialsIn: CredentialsIn): MaskedPair {
  return {
    name: maskName(name),
    value: maskHeader(name, value),
    ...credentialIn(value, credentialsIn),
  };
}

function fieldsOf(body: Body | undefined, credentialsIn: CredentialsIn): MaskedPair[] {
  return (body?.fields ?? []).map(({ pointer, value }) => ({
    name: maskName(pointer),
    value: preview(value),
    ...credentialIn(value, credentialsIn),
  }));
}

function credentialIn(value: string, credentialsIn: CredentialsIn): { credentialId?: string } {
  const [credentialId] = credentialsIn(value);
  return credentialId === undefined ? {} : { credentialId };
}
