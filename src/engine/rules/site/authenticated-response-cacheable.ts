import type { Known } from '../../known.js';
import type { Severity } from '../../model.js';
import { placeOf } from '../../moments/address-words.js';
import { type Text, text, type Told } from '../../text.js';
import type { LoggedExchange } from '../../trail/exchange-log.js';
import { tellRequest } from '../../values/telling/redact.js';
import type { Evidence, SiteRule } from '../rule.js';
import { isAnswer, isOfUser, needsLogin } from './needs-login.js';
import { requestsTo } from './users-request.js';

const LISTED = 5;

export const authenticatedResponseCacheable: SiteRule = {
  id: 'authenticated-response-cacheable',
  subject: 'site',
  severity: ({ site }, known): Severity =>
    storableAt(site, known).some(({ facts }) => isSaid(facts)) ? 'medium' : 'info',
  grading:
    'Medium where the answer itself lets shared caches keep it; info where it says nothing, and ' +
    'caches may guess.',
  title: 'Shared caches may keep answers that are for the user alone',
  why:
    'A proxy or a content delivery network may store this answer and give it to whoever asks for ' +
    'the same address next: they see the page of another user, or get the cookie that ' +
    'logs that user in.',
  fix:
    'Send with everything that needs a login:\n\n    Cache-Control: private, no-store\n\n' +
    'Where the browser is to keep it for the user, leave no-store away and keep private.',
  breaks:
    'Pages are fetched anew where a cache answered before, with the back button too in some ' +
    'browsers. Static files are better left public, at addresses of their own.',
  references: [
    'CWE-524',
    'OWASP ASVS 5.0 V14.2.2',
    'OWASP ASVS 5.0 V14.3.2',
    'OWASP WSTG-ATHN-06',
    'RFC 9111 §7.3',
  ],
  needsTrial: true,
  check({ site }, known) {
    const own = requestsTo(site, known).filter((one) => needsLogin(one, known));
    if (own.length === 0) {
      const mayBe = requestsTo(site, known).some((one) => isAnswer(one) && isOfUser(one, known));
      return mayBe ? 'unknown' : 'does-not-apply';
    }
    if (own.every(({ facts }) => facts?.cacheable === 'unknown')) return 'unknown';
    return storableAt(site, known).slice(0, LISTED).map(evidenceOf);
  },
};

function storableAt(site: string, known: Known): LoggedExchange[] {
  const storable = requestsTo(site, known).filter(
    (one) => needsLogin(one, known) && isShared(one.facts),
  );
  const first = new Map(storable.toReversed().map((one) => [placeOf(one.ref.url), one]));
  return [...first.values()].toReversed();
}

function evidenceOf({ ref, facts, withoutForm }: LoggedExchange): Evidence {
  const values = { request: tellRequest(ref) };
  const isOther = withoutForm === true;
  return {
    text: isSaid(facts) ? said(values, isOther) : byDefault(values, isOther),
    exchange: ref,
  };
}

/** `isOther`: its address shows a form for a password to whoever is not logged in. */
function said(values: { request: Told }, isOther: boolean): Text {
  return isOther
    ? text(
        'evidence_cacheable_other_said',
        '{request} shows a form for a password to others, and its answer to the user says that ' +
          'every cache may keep it.',
        values,
      )
    : text(
        'evidence_cacheable_said',
        '{request} needs a login, and its answer says that every cache may keep it.',
        values,
      );
}

function byDefault(values: { request: Told }, isOther: boolean): Text {
  return isOther
    ? text(
        'evidence_cacheable_other_by_default',
        '{request} shows a form for a password to others, and its answer to the user does not ' +
          'say that caches must not keep it.',
        values,
      )
    : text(
        'evidence_cacheable_by_default',
        '{request} needs a login, and its answer does not say that caches must not keep it.',
        values,
      );
}

function isShared(facts: LoggedExchange['facts']): boolean {
  const cacheable = facts?.cacheable;
  if (typeof cacheable !== 'object' || cacheable.by !== 'shared') return false;
  return !cacheable.revalidated && !cacheable.variesByUser;
}

function isSaid(facts: LoggedExchange['facts']): boolean {
  return typeof facts?.cacheable === 'object' && facts.cacheable.said === true;
}
