import { diagnosesOf } from '../../engine/places/exchange-diagnoses.js';
import type { Body, Header } from '../../engine/model.js';
import { maskHeader, maskName, preview, redactUrl } from '../../engine/values/redact.js';
import { render } from '../../engine/text.js';
import type { MaskedPair, RequestRow } from '../../messaging/protocol.js';
import { translate } from '../background.js';
import type { TabState } from '../../recording/tab-state.js';
import type { Handlers } from './handler.js';

/** The list of requests, and one of them in full. */
export const requests: Handlers<'getRequests' | 'getRequest'> = {
  getRequests({ tabId, since }, { records }) {
    const record = records.of(tabId);
    const state = record.read(Date.now());
    for (const id of state.exchanges.ids()) {
      state.exchanges.link(id, JSON.stringify(state.analysis.links(id)));
    }
    const { ids, reset } = state.exchanges.since(since);
    return {
      revision: state.exchanges.revision,
      rows: ids.flatMap((id) => rowOf(id, state) ?? []),
      reset,
      dropped: record.dropped(),
    };
  },

  getRequest({ tabId, id }, { records }) {
    const state = records.of(tabId).read();
    const exchange = state.exchanges.get(id);
    const row = rowOf(id, state);
    if (!exchange || !row) return null;
    const { request, response } = exchange;
    return {
      row,
      requestHeaders: request.headers.map((header) => maskedHeader(header, state)),
      responseHeaders: (response?.headers ?? []).map((header) => maskedHeader(header, state)),
      requestFields: fieldsOf(request.body, state),
      responseFields: fieldsOf(response?.body, state),
      diagnoses: diagnosesOf(exchange).map((diagnosis) => render(diagnosis.text, translate)),
    };
  },
};

function rowOf(id: string, state: TabState): RequestRow | undefined {
  const exchange = state.exchanges.get(id);
  if (!exchange) return undefined;
  const { method, url, type, startedAt, endedAt, response, error } = exchange;
  return {
    id,
    method: maskName(method),
    url: redactUrl(url),
    host: URL.canParse(url) ? new URL(url).host : '',
    type,
    startedAt,
    ...(endedAt !== undefined && { duration: endedAt - startedAt }),
    ...(response && { status: response.status }),
    ...(error !== undefined && { error }),
    ...state.analysis.links(id),
  };
}

function maskedHeader({ name, value }: Header, state: TabState): MaskedPair {
  return { name: maskName(name), value: maskHeader(name, value), ...credentialIn(value, state) };
}

function fieldsOf(body: Body | undefined, state: TabState): MaskedPair[] {
  return (body?.fields ?? []).map(({ pointer, value }) => ({
    name: maskName(pointer),
    value: preview(value),
    ...credentialIn(value, state),
  }));
}

function credentialIn(value: string, { analysis }: TabState): { credentialId?: string } {
  const [credentialId] = analysis.credentialsIn(value);
  return credentialId === undefined ? {} : { credentialId };
}
