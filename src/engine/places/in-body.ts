import { memo } from '../memo.js';
import type { Body, Direction } from '../model.js';
import { parseUrl } from '../normalize/addresses/site.js';
import { type Candidate, candidatesIn, mayBeSecret } from './candidate.js';
import { fieldName, isInMarkup, nameInPage } from '../values/names/field-name.js';
import { saidBeside } from './said-beside.js';
import { isNone, isOfConnection, transportIdsOf } from './transport-id.js';
import { hintOf } from '../values/names/name-hint.js';
import { isOfSignedForm, isSigningNonce } from '../values/signatures/signed-request.js';
import { joseInFields } from '../values/tokens/jose-json.js';

/**
 * Candidates among the fields of a body that went to an address or came from it; the locator is the
 * field's pointer.
 */
export function candidatesInBody(
  body: Body | undefined,
  direction: Direction,
  url = '',
): Candidate[] {
  if (!body) return [];
  const place = (pointer: string) => ({ carrier: 'body', locator: pointer, direction }) as const;
  const isTransportId = transportIdsOf(url);
  const ofConnection = isOfConnection(body.fields);
  const ofItself = direction === 'received' ? namesItself(url) : isNone;
  const fields = body.fields.filter(
    (field) =>
      (isTransportId === isNone || !isTransportId(fieldName(field.pointer))) &&
      !ofConnection(field),
  );
  const names = () => body.fields.map(({ pointer }) => fieldName(pointer));
  const said = body.kind === 'json' ? saidBeside(fields) : NOTHING_SAID;
  const named = fields.flatMap(({ pointer, value }) => {
    const kind = said.size > 0 ? said.get(pointer) : undefined;
    if (kind !== undefined) return candidatesIn({ ...place(pointer), said: kind }, kind, value);
    const name = nameIn(pointer, body.kind);
    const isPart = isSigningNonce(name, names) || isOfSignedForm(name, names);
    if (isPart || ofItself(name, value) || isLabel(pointer, fields)) return [];
    return mayBeSecret(name, value) ? candidatesIn(place(pointer), name, value) : [];
  });
  const jose = joseInFields(body.fields).map(({ pointer, value }) => ({
    ...place(pointer),
    value,
  }));
  return [...named, ...jose];
}

/**
 * A checkout, a chat, a call are “sessions” too: an answer that calls by that name what stands in
 * its own path tells the number of what was asked for, and gives nobody anything.
 */
function namesItself(url: string): (name: string, value: string) => boolean {
  const segments = parseUrl(url)?.pathname.split('/') ?? [];
  return (name, value) => segments.includes(value) && hintOf(name)?.role === 'session';
}

const LABEL = /\/name$/i;

/** `{"name":"JSESSIONID","value":…}`: what the one is called that stands beside it. */
function isLabel(pointer: string, fields: Body['fields']): boolean {
  if (!LABEL.test(pointer)) return false;
  const beside = pointer.replace(LABEL, '/value').toLowerCase();
  return fields.some((one) => one.pointer.toLowerCase() === beside);
}

const NOTHING_SAID: ReadonlyMap<string, string> = new Map();

const isBareToken = memo((name) => /^_?token$/i.test(name));

/** A bare `token` is read as what it is in that kind of body. */
function nameIn(pointer: string, kind: Body['kind']): string {
  const inPage = nameInPage(pointer);
  const name = inPage ?? (kind === 'json' ? fieldName(pointer) : pointer);
  if (!isBareToken(name) || (inPage !== undefined && !isInMarkup(pointer))) return name;
  return kind === 'json' ? 'access_token' : 'csrf_token';
}
