import type { DeclarativeNetRequest } from 'webextension-polyfill';
import type { Probe } from '../../../engine/proof/probe-messages.js';

type HeaderChange = { header: string; operation: 'set' | 'remove'; value?: string };

/**
 * What an answer must not do to the browser: clear what is stored, open a password dialog, say who
 * is logged in; and change the jar. Firefox shows nobody what a rule has removed: there
 * `Set-Cookie` stays, and is taken in of a request that is sent as it is alone, as of any that the
 * page makes.
 */
const DISCARDED = ['clear-site-data', 'www-authenticate', 'set-login'];
const discarded = (isFirefox: boolean) => (isFirefox ? DISCARDED : ['set-cookie', ...DISCARDED]);

/**
 * The rule that changes this one request and no other: it matches by a mark that nobody else knows,
 * at the end of the address, so that a request of the page's own to the same address stays as it
 * is.
 */
export function ruleOf(
  id: number,
  { headers, method }: Probe,
  { tabId, fragment, isFirefox }: { tabId: number; fragment: string; isFirefox: boolean },
): DeclarativeNetRequest.Rule {
  const requestHeaders = headers.map(({ name, value }): HeaderChange =>
    value === undefined
      ? { header: name, operation: 'remove' }
      : { header: name, operation: 'set', value },
  );
  const responseHeaders = discarded(isFirefox).map((header): HeaderChange => ({
    header,
    operation: 'remove',
  }));
  return {
    id,
    priority: 1,
    action: {
      type: 'modifyHeaders',
      ...(requestHeaders.length > 0 && { requestHeaders }),
      responseHeaders,
    },
    condition: {
      urlFilter: `${fragment}|`,
      tabIds: [tabId],
      resourceTypes: ['xmlhttprequest'],
      requestMethods: [method.toLowerCase()],
    },
  };
}
