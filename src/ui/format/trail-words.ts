import type { ReportEvent } from '../../engine/report/report-event.js';
import { formatNumber, label, type MessageKey, t } from '../words/i18n.js';
import { requestName } from './request-name.js';

type ByWord = ReadonlyMap<string, MessageKey>;

const ISSUED: ByWord = new Map<string, MessageKey>([
  ['cookie', 'ui_trailIssuedCookie'],
  ['body', 'ui_trailIssuedBody'],
  ['header', 'ui_trailIssuedHeader'],
  ['url', 'ui_trailIssuedUrl'],
]);

const SENT: ByWord = new Map<string, MessageKey>([
  ['cookie', 'ui_trailSentCookie'],
  ['header', 'ui_trailSentHeader'],
  ['url', 'ui_trailSentUrl'],
  ['body', 'ui_trailSentBody'],
  ['websocket', 'ui_trailSentWebsocket'],
]);

const EXPOSED: ByWord = new Map<string, MessageKey>([
  ['cross-site', 'ui_trailExposedCrossSite'],
  ['url', 'ui_trailExposedUrl'],
  ['referer', 'ui_trailExposedReferer'],
  ['third-party-script', 'ui_trailExposedScript'],
  ['plain-http', 'ui_trailExposedPlainHttp'],
  ['websocket', 'ui_trailExposedWebsocket'],
]);

/** What happened to a credential, as a sentence; how often, where it was more than once. */
export function trailWords(event: ReportEvent): string {
  const sentence = sentenceOf(event);
  const { count } = event.detail;
  return typeof count === 'number' && count > 1
    ? t('ui_trailTimes', sentence, formatNumber(count))
    : sentence;
}

function sentenceOf({ type, exchange, detail }: ReportEvent): string {
  const request = exchange ? requestName(exchange) : t('ui_trailUnseenRequest');
  const word = (name: string) => String(detail[name] ?? '');
  const [carrier, locator, origin] = [word('carrier'), word('locator'), word('origin')] as const;
  switch (type) {
    case 'issued':
      return t(ISSUED.get(carrier) ?? 'ui_trailIssued', request, locator);
    case 'stored':
      return carrier === 'cookie'
        ? t('ui_trailStoredCookie', locator)
        : t('ui_trailStored', locator, label('carrier', carrier));
    case 'sent':
      return t(SENT.get(carrier) ?? 'ui_trailSent', locator, origin);
    case 'exposed':
      return t(EXPOSED.get(word('exposure')) ?? 'ui_trailExposed', locator, origin, word('script'));
    case 'rotated':
      return t('ui_trailRotated', request);
    case 'refreshed':
      return t('ui_trailRefreshed', request);
    case 'cleared':
      return t('ui_trailCleared', request);
    case 'rejected':
      return detail['reason'] === undefined
        ? t('ui_trailRejected', request)
        : t('ui_trailRejectedFor', request, word('why') || label('refusal', word('reason')));
    case 'removed':
      return t('ui_trailRemoved', locator, label('carrier', carrier));
    case 'expired':
      return t('ui_trailExpired');
    case 'session-lost':
      return t('ui_trailSessionLost', request);
    default:
      return label('event', type);
  }
}
