import { sayingAmong } from '../passwords/beside-password.js';
import { escapeToken } from '../../json-pointer.js';

// Lists hold the same objects again and again: what follows from the names of their members is
// found out once for all that have the same ones.

const LONGEST_TOKEN = 128;

/** A member of an object, or any member of a list. */
export interface Member {
  readonly name: string;
  /** Its name as a token of a JSON pointer. */
  readonly token: string;
  /** Every string in it is asked for, however deep. */
  readonly isAsked: boolean;
  /** The form of what stood in it last. */
  below: Form | undefined;
}

/** What all objects with the same names have in common; or a list, which has no names. */
export interface Form {
  readonly names: readonly string[] | undefined;
  readonly members: readonly Member[];
  /** Those of the names that may say what stands beside them. */
  readonly saying: readonly string[];
}

/** True for the form of an object with these names; without any, of a list. */
export function isFormOf(form: Form, names: Form['names']): boolean {
  if (!form.names || !names) return form.names === names;
  if (form.names.length !== names.length) return false;
  for (let at = 0; at < names.length; at++) if (form.names[at] !== names[at]) return false;
  return true;
}

/** The form of an object with these names; `isAsked` says under which every string is asked for. */
export function formOf(names: Form['names'], isAsked: (name: string) => boolean): Form {
  if (!names)
    return {
      names,
      members: [{ name: '', token: '', isAsked: false, below: undefined }],
      saying: [],
    };
  const members = names.map((name) => ({
    name,
    token: tokenOf(name),
    isAsked: isAsked(name),
    below: undefined,
  }));
  return { names, members, saying: sayingAmong(names) };
}

function tokenOf(name: string): string {
  if (name.length <= LONGEST_TOKEN && !/[~/]/.test(name)) return name;
  return escapeToken(name.slice(0, LONGEST_TOKEN));
}
