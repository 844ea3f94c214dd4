import { decodeBase64Text } from '../../base64.js';
import { percentDecode } from '../unwrap.js';
import { regex } from '../../regex.js';

// Addresses of servers in the cookies by which load balancers find them again. Only published
// layouts are decoded: what is encrypted, hashed or merely numbered gives nothing away.

/**
 * NetScaler's persistence cookie: what address and port are combined with, in every installation.
 */
const NETSCALER_ADDRESS = 0x0308_1e11;
const NETSCALER_PORT = 0x3630;

interface Layout {
  readonly fits: RegExp;
  readonly read: (groups: readonly string[]) => string;
}

const LAYOUTS: readonly Layout[] = [
  // F5 K6917: the address with its bytes reversed, in decimal; the port likewise; zeros.
  {
    fits: /^(\d{7,10})\.(\d{1,5})\.0000$/,
    read: ([address = '', port = '']) =>
      `${v4(reversed(Number(address), 4))}:${reversed(Number(port), 2)}`,
  },
  // In a route domain: the address as IPv4 in IPv6, the port in decimal.
  {
    fits: /^rd\d+o0{20}f{4}([0-9a-f]{8})o(\d{1,5})$/i,
    read: ([address = '', port = '']) => `${v4(parseInt(address, 16))}:${port}`,
  },
  {
    fits: /^vi([0-9a-f]{32})\.(\d{1,5})$/i,
    read: ([address = '', port = '']) => `[${v6(address)}]:${reversed(Number(port), 2)}`,
  },
  {
    fits: /^rd\d+o([0-9a-f]{32})o(\d{1,5})$/i,
    read: ([address = '', port = '']) => `[${v6(address)}]:${port}`,
  },
  {
    fits: /^f{8}([0-9a-f]{8})45525d5f4f58455e445a4a42([0-9a-f]{4})$/i,
    read: ([address = '', port = '']) =>
      v4((parseInt(address, 16) ^ NETSCALER_ADDRESS) >>> 0) +
      `:${parseInt(port, 16) ^ NETSCALER_PORT}`,
  },
];

const INTERNAL_V4 = regex()`
  (?<![\d.])(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}
  |172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|169\.254(?:\.\d{1,3}){2}
  |100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])(?:\.\d{1,3}){2})(?![\d.]|\.\d)(?::\d{1,5})?`;
const INTERNAL_V6 = /\[(?:f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):[0-9a-f:]+\](?::\d{1,5})?/i;
/** Names that only a network of one's own resolves (RFC 6762 App. G, and what clouds give). */
const INTERNAL_NAME = regex('i')`
  (?<![\w.-])(?:(?:[a-z0-9-]+\.)+(?:internal|intranet|local|localdomain|lan|corp|private
  |home\.arpa|svc)|ip-\d{1,3}(?:-\d{1,3}){3})(?![\w-])(?::\d{1,5})?`;

/** The address that a cookie of a load balancer encodes, whether it is an internal one or not. */
export function encodedAddress(value: string): string | undefined {
  for (const { fits, read } of LAYOUTS) {
    const [whole, ...groups] = fits.exec(value) ?? [];
    if (whole !== undefined) return read(groups);
  }
  return undefined;
}

/** An internal address or the name of an internal host in a text, in clear or in base64. */
export function internalHostIn(value: string): string | undefined {
  const plain = percentDecode(value);
  return [plain, decodeBase64Text(plain) ?? '']
    .flatMap(
      (one) => INTERNAL_V4.exec(one) ?? INTERNAL_V6.exec(one) ?? INTERNAL_NAME.exec(one) ?? [],
    )
    .at(0);
}

function reversed(number: number, bytes: number): number {
  return Array.from({ length: bytes }, (_, at) => Math.floor(number / 256 ** at) % 256).reduce(
    (sum, byte) => sum * 256 + byte,
    0,
  );
}

function v4(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');
}

/** Without leading zeros (RFC 5952 §4.1). */
function v6(hex: string): string {
  return hex
    .toLowerCase()
    .match(/.{4}/g)!
    .map((group) => group.replace(/^0{1,3}/, ''))
    .join(':');
}
