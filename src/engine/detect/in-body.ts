import type { Body, Direction } from '../model.js';
import { type Candidate, candidatesIn } from './candidate.js';

/** Candidates among a body's fields; the locator is the field's pointer. */
export function candidatesInBody(body: Body | undefined, direction: Direction): Candidate[] {
  if (!body) return [];
  return body.fields.flatMap(({ pointer, value }) =>
    candidatesIn({ carrier: 'body', locator: pointer, direction }, fieldName(pointer, body.kind), value),
  );
}

/** Last part of a pointer; a bare `token` is read as what it is in that kind of body. */
function fieldName(pointer: string, kind: Body['kind']): string {
  const name = pointer.slice(pointer.lastIndexOf('/') + 1).replace(/^(?:input|meta)\[(.*)\]$/, '$1');
  if (!/^_?token$/i.test(name)) return name;
  return kind === 'json' ? 'access_token' : 'csrf_token';
}
