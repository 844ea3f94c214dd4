import { fieldsOfDwr } from './dwr-calls.js';
import type { RawField } from './raw-field.js';
import { fieldsOfGwt } from './gwt-rpc.js';
import { withArgumentPasswords } from '../passwords/positional-passwords.js';
import { fieldsOfXml, isXmlType } from './xml-fields.js';

/** What stands without a name is kept where it has the form of an id, and may be one. */
const NAMELESS = /^\/(?:params\/)?\d/;
const MAY_BE_ID = /^(?=\D*\d)[\w.+/=~-]{16,512}$/;

/**
 * The fields of a call that is neither a form nor JSON, and of what it is answered; undefined for
 * another text.
 */
export function fieldsOfCall(mime: string, source: string): RawField[] | undefined {
  const fields = isXmlType(mime)
    ? fieldsOfXml(source)
    : (fieldsOfGwt(source) ?? fieldsOfDwr(source));
  if (fields === undefined) return undefined;
  return withArgumentPasswords(fields, source).filter(
    ({ pointer, value, isPassword }: RawField) =>
      isPassword === true || !NAMELESS.test(pointer) || MAY_BE_ID.test(value),
  );
}
