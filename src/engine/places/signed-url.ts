import { parseUrl } from '../normalize/addresses/site.js';
import { parametersOf } from '../normalize/addresses/url-parameters.js';
import { regex } from '../regex.js';

// Addresses that are signed open one file to whoever has them, until they end. A signature is
// random, and nobody's credential: it says nothing of who asks.

interface Signing {
  /** Parameters that only this way of signing has together. */
  all: readonly RegExp[];
  /** Those that belong to it. */
  names: RegExp;
  /** Other addresses use the same names: only those of files are meant. */
  onlyFiles?: boolean;
}

const END = /^(?:expires|expire|expiry|expiration|exp|e|end|endtime|valid_?until|validto|wstime)$/i;
const HASH = /^(?:token|sig|sign|signature|hmac|hash|md5|st|s|secure|auth_?key|key|wssecret)$/i;

const SIGNINGS: readonly Signing[] = [
  // Amazon S3 “Authenticating Requests: Using Query Parameters”, and its version 2.
  { all: [/^X-Amz-Signature$/i], names: /^X-Amz-(?!Security-Token$)/i },
  { all: [/^AWSAccessKeyId$/, /^Signature$/], names: /^(?:AWSAccessKeyId|Signature|Expires)$/ },
  // Amazon CloudFront “Using signed URLs”; Google Cloud CDN has a name of the key.
  {
    all: [/^Signature$/, /^(?:Key-Pair-Id|KeyName)$/],
    names: /^(?:Policy|Signature|Key-Pair-Id|KeyName|Expires)$/,
  },
  // Google Cloud Storage “Signed URLs”, versions 4 and 2.
  { all: [/^X-Goog-Signature$/i], names: /^X-Goog-/i },
  { all: [/^GoogleAccessId$/, /^Signature$/], names: /^(?:GoogleAccessId|Signature|Expires)$/ },
  // Azure Storage “Create a service SAS”.
  { all: [/^sig$/, /^se$/, /^sv$/], names: /^(?:sig|se|sv|st|sp|sr|spr|sip|ss|srt|sk\w+)$/ },
  // Akamai “Generate a token and apply it to content”: `exp=…~acl=…~hmac=…`.
  { all: [/^hdn(?:ts|ea|tl)$/], names: /^hdn(?:ts|ea|tl)$/ },
  { all: [/^__(?:gda|token)__$/], names: /^__(?:gda|token)__$/ },
  { all: [/^verify$/], names: /^verify$/, onlyFiles: true },
  // Bunny “Token authentication”, nginx `secure_link`, KeyCDN, Wowza and others: a hash and an end.
  { all: [HASH, END], names: HASH, onlyFiles: true },
  { all: [/^bcdn_token$/], names: /^bcdn_token$/ },
];

/** What streams, pictures and downloads end with. */
const FILE = regex('i')`
  \.(?:m3u8|mpd|ts|m4[sva]|mp[34]|aac|og[gav]|opus|wav|flac|webm|mov|mkv|vtt|srt|key|jpe?g|png
  |gif|webp|avif|svg|pdf|zip|gz|7z|exe|dmg|iso|apk|epub|csv)$`;
/** What an address of this path opens is one file. */
export function isFilePath(path: string): boolean {
  return FILE.test(path);
}

const HEX_OR_NUMBER = /^(?:\d{9,13}|[0-9a-f]{8})$/i;

/** Tells which names hold the signature of an address, and not a credential of who asks. */
export function signatureOf(url: string | URL): (name: string) => boolean {
  const parsed = typeof url === 'string' ? parseUrl(url) : url;
  if (!parsed?.search) return () => false;
  const parameters = parametersOf(parsed);
  const isFile = isFilePath(parsed.pathname);
  const has = (shape: RegExp) =>
    parameters.some(
      ([name, value]) => shape.test(name) && (shape !== END || HEX_OR_NUMBER.test(value)),
    );
  const signed = SIGNINGS.filter(
    ({ all, onlyFiles = false }) => (isFile || !onlyFiles) && all.every(has),
  );
  return (name) => signed.some(({ names }) => names.test(name));
}
