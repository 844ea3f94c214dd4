import { type Diagnosis, diagnosis, type Text, text, type Told } from '../../text.js';
import { duplicateMembers } from '../json-members.js';
import { decodeBase64, utf8 } from '../../base64.js';
import { oddTimes } from './claim-time.js';
import { type DecodedJws, decodeJws } from './jws.js';
import { tellList, tellQuoted } from '../telling/redact.js';

const NAMES_SHOWN = 5;

/** What is odd about how a compact JWS is written, whatever it says; empty for anything else. */
export function diagnoseJwt(token: string): Diagnosis[] {
  const jws = decodeJws(token);
  if (!jws) return [];
  const odd = [
    ...toldTwice(jws),
    ...(jws.claims ? oddTimes(jws.claims) : []),
    ...oddEncoding(token, jws),
    ...noClaims(jws),
  ];
  return odd.map(diagnosis);
}

/** RFC 7515 §4: header parameter names must be unique; RFC 7519 §4 says so of claims. */
function toldTwice({ headerText, claims, payloadText }: DecodedJws): Text[] {
  const diagnoses: Text[] = [];
  const inHeader = duplicateMembers(headerText);
  if (inHeader.length > 0)
    diagnoses.push(
      text('diagnosis_jwt_duplicate_header', 'its header has {names} more than once', {
        names: namesOf(inHeader),
      }),
    );
  const inClaims = claims && payloadText !== undefined ? duplicateMembers(payloadText) : [];
  if (inClaims.length > 0)
    diagnoses.push(
      text('diagnosis_jwt_duplicate_claim', 'its payload has {names} more than once', {
        names: namesOf(inClaims),
      }),
    );
  return diagnoses;
}

function oddEncoding(token: string, { header, claims }: DecodedJws): Text[] {
  const diagnoses: Text[] = [];
  // RFC 7515 §2: base64url without trailing `=`.
  if (token.includes('='))
    diagnoses.push(
      text('diagnosis_jwt_padded', 'its base64url is padded with “=”, which RFC 7515 forbids'),
    );
  // RFC 7519 §7.2: the claims are UTF-8.
  if (header.b64 !== false && claims && !isUtf8(token.split('.')[1]!)) {
    diagnoses.push(text('diagnosis_jwt_not_utf8', 'its payload is not valid UTF-8'));
  }
  return diagnoses;
}

/** A JWS that is no JWT. */
function noClaims({ payloadText, claims }: DecodedJws): Text[] {
  if (payloadText === undefined)
    return [
      text(
        'diagnosis_jws_detached',
        'its payload is detached: it travels elsewhere (RFC 7515 Appendix F)',
      ),
    ];
  if (claims) return [];
  return [text('diagnosis_jws_not_jwt', 'it is a JWS, but its payload is not a set of claims')];
}

function namesOf(names: string[]): Told {
  return tellList(names.slice(0, NAMES_SHOWN).map((name) => tellQuoted(name)));
}

function isUtf8(segment: string): boolean {
  const bytes = decodeBase64(segment);
  return bytes !== undefined && utf8(bytes) !== undefined;
}
