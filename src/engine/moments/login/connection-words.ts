import { memo } from '../../memo.js';
import { partsOf } from '../address-words.js';
import { regex, unbroken } from '../../regex.js';

// What addresses call the settings of a connection: there the password of another system is given,
// of a mail server for instance or a wireless network, and nobody is let in by that.

const ACT = 'test|check|try|verify|validate|probe|ping|join|connect|add|save|update|set|configure';
const THING = unbroken`
  smtp|imap|pop3|e?mail[-_]?(?:server|transport|settings?)|wi-?fi|wlan|ssid|mqtt|ddns|pppoe|vpn
  |webdav|s?ftp|smb|cifs|proxy|ldap|databases?|db|data-?sources?|connections?|connectors?|servers?
  |printers?|repositor(?:y|ies)|registr(?:y|ies)|webhooks?|integrations?|upstreams?|backups?
  |syslog|snmp|cameras?`;
/** What nobody logs in to through a page of that name: the thing alone says enough. */
const SETTING = regex('i')`
  ^(?:smtp|wi-?fi|wlan|ssid|mqtt|ddns|pppoe|webdav|syslog|snmp)(?:[-_]?(?:config(?:uration)?
  |settings?|setup|client))?(?:\.\w{1,5})?$`;
const BOTH = regex('i')`
  ^(?:(?:${ACT})[-_]?(?:${THING})|(?:${THING})[-_]?(?:${ACT}))(?:\.\w{1,5})?$`;
const WHOLE_ACT = regex('i')`^(?:${ACT})(?:\.\w{1,5})?$`;
const WHOLE_THING = regex('i')`^(?:${THING})$`;

/** True for an address that tries, or keeps, how another system is reached. */
export const isForConnection = memo((url: string): boolean => {
  const parts = partsOf(url);
  const last = parts.at(-1) ?? '';
  if (SETTING.test(last) || BOTH.test(last)) return true;
  return WHOLE_ACT.test(last) && parts.some((part) => WHOLE_THING.test(part));
});
