import type { DeclarativeNetRequest } from 'webextension-polyfill';
import type { Probe } from '../../../engine/proof/proof.js';

type HeaderChange = { header: string; operation: 'set' | 'remove'; value?: string };

/**
 * What an answer must not do to the browser: change the jar, clear what is stored, open a password
 * dialog, say who is logged in.
 */
const DISCARDED = ['set-cookie', 'clear-site-data', 'www-authenticate', 'set-login'];

/**
 * The rule that changes this one request and no other: it matches by a mark that nobody else knows, at
 * the end of the address, so that a request of the page's own to the same address stays as it is.
 */
export function ruleOf(
  id: number,
  { headers, method }: Probe,
  tabId: number,
  fragment: string,
): DeclarativeNetRequest.Rule {
  const requestHeaders = headers.map(({ name, value }): HeaderChange =>
    value === undefined
      ? { header: name, operation: 'remove' }
      : { header: name, operation: 'set', value },
  );
  const responseHeaders = DISCARDED.map((header): HeaderChange => ({
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
