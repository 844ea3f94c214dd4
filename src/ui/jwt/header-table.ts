import type { MeaningRow } from './claim-table.js';

/** Registered header parameters (IANA "JSON Web Signature and Encryption Header Parameters"). */
export const HEADER_PARAMETERS: readonly MeaningRow[] = [
  ['alg', 'RFC 7515 §4.1.1', 'ui_joseAlg'],
  ['jku', 'RFC 7515 §4.1.2', 'ui_joseJku'],
  ['jwk', 'RFC 7515 §4.1.3', 'ui_joseJwk'],
  ['kid', 'RFC 7515 §4.1.4', 'ui_joseKid'],
  ['x5u', 'RFC 7515 §4.1.5', 'ui_joseX5u'],
  ['x5c', 'RFC 7515 §4.1.6', 'ui_joseX5c'],
  ['x5t', 'RFC 7515 §4.1.7', 'ui_joseX5t'],
  ['x5t#S256', 'RFC 7515 §4.1.8', 'ui_joseX5tS256'],
  ['typ', 'RFC 7515 §4.1.9', 'ui_joseTyp'],
  ['cty', 'RFC 7515 §4.1.10', 'ui_joseCty'],
  ['crit', 'RFC 7515 §4.1.11', 'ui_joseCrit'],
  ['b64', 'RFC 7797 §3', 'ui_joseB64'],
  ['enc', 'RFC 7516 §4.1.2', 'ui_joseEnc'],
  ['zip', 'RFC 7516 §4.1.3', 'ui_joseZip'],
  ['epk', 'RFC 7518 §4.6.1.1', 'ui_joseEpk'],
  ['apu', 'RFC 7518 §4.6.1.2', 'ui_joseApu'],
  ['apv', 'RFC 7518 §4.6.1.3', 'ui_joseApv'],
  ['iv', 'RFC 7518 §4.7.1.1', 'ui_joseIv'],
  ['tag', 'RFC 7518 §4.7.1.2', 'ui_joseTag'],
  ['p2s', 'RFC 7518 §4.8.1.1', 'ui_joseP2s'],
  ['p2c', 'RFC 7518 §4.8.1.2', 'ui_joseP2c'],
];
