import { decodeBase64 } from '../../base64.js';

/**
 * Cookies in which a server keeps who is logged in, encrypted, by the documentation of who makes
 * them. The value bears no mark of its own: only the name tells a ticket from a long id.
 */
const TICKETS: readonly RegExp[] = [
  // FormsAuthenticationTicket of ASP.NET, in hexadecimal, and of Mono, in base64.
  /^\.(?:ASPX(?:FORMS)?|MONO)AUTH$/i,
  // Katana: CookieAuthenticationOptions.CookieName is ".AspNet." and the type of authentication.
  /^\.AspNet\.(?:ApplicationCookie|Cookies|ExternalCookie|Federation)(?:C\d{1,2})?$/i,
  // Windows Identity Foundation, SharePoint: SessionAuthenticationModule, in parts where it is
  // long.
  /^FedAuth\d{0,2}$/i,
  // WebSphere, Domino: user, end and signature, under a key that the servers share.
  /^LtpaToken2?$/i,
  // SAP NetWeaver's logon ticket.
  /^MYSAPSSO2$/i,
  // CA (Broadcom) SiteMinder, Oracle Access Manager.
  /^SMSESSION$/i,
  /^(?:ObSSOCookie|OAMAuthnCookie(?:_.{1,100})?)$/i,
];
/** Three blocks of AES: no id is that long, and no ticket shorter. */
const LEAST_BYTES = 48;

/** True for a sealed login ticket, by a documented name and a value that can be one. */
export function isSealedTicket(name: string, value: string): boolean {
  return TICKETS.some((ticket) => ticket.test(name)) && bytesIn(value) >= LEAST_BYTES;
}

function bytesIn(value: string): number {
  if (/^(?:[0-9a-f]{2})+$/i.test(value)) return value.length / 2;
  return decodeBase64(value)?.length ?? 0;
}
