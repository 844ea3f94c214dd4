import type { BodyField } from '../../model.js';
import { wordTable } from '../../word-table.js';

/**
 * What has a password and is nobody's account: a network, a file, a certificate, a server for mail.
 * Databases, shares and meetings are not among these: whoever gives theirs is let in.
 */
const THINGS = wordTable(`
  wifi wlan wpa wpa2 wpa3 psk ssid preshared file pdf doc docx document archive zip rar
  smtp imap pop3 snmp proxy vpn cert certificate pfx p12 pkcs12 keystore truststore
`);

/** True for a field that is called by such a thing: `wifi[psk]`, `pdfPassword`. */
export function isOfThing({ pointer }: Pick<BodyField, 'pointer'>): boolean {
  return pointer
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .some((word) => THINGS.has(word));
}
