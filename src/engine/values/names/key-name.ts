import { wordTable } from '../../word-table.js';

/**
 * Words before `key` with which it opens no service: it sorts, finds or numbers things, is made for
 * everybody to see, is a link's of a letter, or stands against a request that comes twice.
 */
const NO_SERVICE = wordTable(`
  sort sorted sorting order ordering rank primary foreign secondary unique composite surrogate
  natural partition shard hash range row column field record entity item object document node parent
  child group grouping bucket file folder upload asset image photo media video blob path prefix name
  display start end last next prev previous evaluated continuation cursor page pagination offset
  lookup search query filter facet index map dict cache caching etag version build storage store
  registry config setting settings option preference feature flag experiment variant label message
  translation locale lang i18n text string type category tag topic event metric log issue project
  space board ticket menu tab nav route routing view component template theme widget react render
  dom html hot short shortcut keyboard press pressed mouse arrow accelerator idempotency dedup
  deduplication request correlation trace span sec public pub pk site sitekey captcha recaptcha
  hcaptcha turnstile arkose friendly vapid push server host browser publishable instrumentation
  ingest ingestion write tracking track analytics gtm mixpanel segment amplitude posthog sentry
  clarity pixel campaign advertiser ad confirm confirmation activation activate verify verification
  reset recover recovery invite invitation subscribe unsubscribe subscriber optin optout newsletter
  share preview embed answer anti antispam ssh order cart checkout product sku lock mutex job queue
  edit edited editing save saved delete update add new create remove action open close select
  selected active qr qrcode
`);
const MAX_NAME = 64;

/** `X-Weather-Key`, `weather_key`, `weatherKey`: a key to a service, named after it. */
export function isKeyName(name: string): boolean {
  if (name.length > MAX_NAME || !/key$/i.test(name)) return false;
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const before = words.slice(0, -1);
  return words.at(-1) === 'key' && before.length > 0 && !before.some((one) => NO_SERVICE.has(one));
}
