import { createHash, createHmac } from 'node:crypto';
import { deflateRawSync, deflateSync } from 'node:zlib';

// Builders of real tokens, so that no test holds a pasted one. The same seed gives the same tokens.

type Json = Record<string, unknown>;

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const NAMES = [
  'Ada',
  'Grace',
  '김민준',
  'José Núñez',
  'Zoë',
  '山田 太郎',
  'Ørsted',
  'Мария',
  '👩‍💻 Lin',
  'O’Neil',
];

/** A reproducible source of random bytes and of choices. */
export class Seeded {
  #counter = 0;
  #pool = Buffer.alloc(0);
  constructor(readonly seed: string | number) {}

  bytes(count: number): Buffer {
    while (this.#pool.length < count) {
      const block = createHash('sha512').update(`${this.seed}:${this.#counter++}`).digest();
      this.#pool = Buffer.concat([this.#pool, block]);
    }
    const taken = this.#pool.subarray(0, count);
    this.#pool = this.#pool.subarray(count);
    return taken;
  }

  below(limit: number): number {
    return this.bytes(4).readUInt32BE(0) % limit;
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }

  from(alphabet: string, length: number): string {
    return Array.from({ length }, () => alphabet[this.below(alphabet.length)]).join('');
  }

  base62(length: number): string {
    return this.from(BASE62, length);
  }
}

export const b64u = (data: string | Buffer): string => Buffer.from(data).toString('base64url');
export const b64 = (data: string | Buffer): string => Buffer.from(data).toString('base64');

/** A JWS in compact serialisation of these texts, signed with HMAC-SHA256. */
export function jwsOf(header: string, payload: string, key = 'a key for tests only'): string {
  const signed = `${b64u(header)}.${b64u(payload)}`;
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}

/** An ordinary JWT of this header and these claims. */
export function jwtOf(claims: Json, header: Json = { alg: 'HS256', typ: 'JWT' }): string {
  return jwsOf(JSON.stringify(header), JSON.stringify(claims));
}

const SIGNATURE_BYTES: Readonly<Record<string, number>> = {
  HS256: 32,
  HS512: 64,
  RS256: 256,
  ES256: 64,
  EdDSA: 64,
  PS512: 256,
};

/** A JWT as some issuer in the world would write it: any algorithm, layout, script. */
export function anyJwt(random: Seeded): string {
  const alg = random.pick(Object.keys(SIGNATURE_BYTES));
  const header = {
    ...(random.below(2) ? { typ: random.pick(['JWT', 'at+jwt', 'jwt']) } : {}),
    alg,
    ...(random.below(2) ? { kid: random.base62(8) } : {}),
  };
  const iat = 1_600_000_000 + random.below(200_000_000);
  const claims = {
    sub: random.base62(1 + random.below(20)),
    name: random.pick(NAMES),
    iat,
    exp: iat + random.below(100_000),
    ...(random.below(3)
      ? {}
      : { roles: ['admin', random.pick(NAMES)], nested: { deep: [1, null, { a: '' }] } }),
  };
  const layout = random.pick([0, 0, 0, 2, '\t']);
  const print = (value: Json) =>
    random.pick(['', '', '', ' ', '\n', '\r\n']) + JSON.stringify(value, null, layout);
  return `${b64u(print(header))}.${b64u(print(claims))}.${b64u(random.bytes(SIGNATURE_BYTES[alg]!))}`;
}

/** A JWE in compact serialisation; with `dir` its second segment is empty. */
export function anyJwe(random: Seeded): string {
  const [alg, keyBytes] = random.pick([
    ['dir', 0],
    ['RSA-OAEP', 256],
    ['A128KW', 24],
    ['ECDH-ES', 0],
  ] as const);
  const header = {
    alg,
    enc: random.pick(['A256GCM', 'A128CBC-HS256']),
    ...(random.below(2) ? { cty: 'JWT' } : {}),
  };
  const [iv, tag] = header.enc === 'A256GCM' ? [12, 16] : [16, 16];
  return [
    JSON.stringify(header),
    random.bytes(keyBytes),
    random.bytes(iv),
    random.bytes(1 + random.below(400)),
    random.bytes(tag),
  ]
    .map(b64u)
    .join('.');
}

const PASETO_MIN: Readonly<Record<string, number>> = {
  'v1.local': 80,
  'v1.public': 256,
  'v2.local': 40,
  'v2.public': 64,
  'v3.local': 80,
  'v3.public': 96,
  'v4.local': 64,
  'v4.public': 64,
};
export const PASETO_KINDS = Object.keys(PASETO_MIN);

export function anyPaseto(
  random: Seeded,
  kind = random.pick(PASETO_KINDS),
  extra = random.below(200),
): string {
  const footer = random.below(2) ? `.${b64u(JSON.stringify({ kid: random.base62(6) }))}` : '';
  return `${kind}.${b64u(random.bytes(PASETO_MIN[kind]! + extra))}${footer}`;
}

export function fernet(random: Seeded): string {
  const time = Buffer.alloc(8);
  time.writeUInt32BE(1_600_000_000 + random.below(200_000_000), 4);
  return Buffer.concat([
    Buffer.from([0x80]),
    time,
    random.bytes(16 + 16 * (1 + random.below(8)) + 32),
  ])
    .toString('base64url')
    .padEnd(4, '=');
}

/** libmacaroons' first binary format. */
export function macaroonV1(random: Seeded): string {
  const packet = (key: string, value: string | Buffer) => {
    const body = Buffer.concat([Buffer.from(`${key} `), Buffer.from(value), Buffer.from('\n')]);
    return Buffer.concat([Buffer.from((body.length + 4).toString(16).padStart(4, '0')), body]);
  };
  const caveats = random.below(2) ? [packet('cid', `account = ${random.base62(9)}`)] : [];
  return b64u(
    Buffer.concat([
      packet('location', 'https://bank.example/'),
      packet('identifier', random.base62(24)),
      ...caveats,
      packet('signature', random.bytes(32)),
    ]),
  );
}

/** libmacaroons' second binary format. */
export function macaroonV2(random: Seeded): string {
  const field = (type: number, value: Buffer) =>
    Buffer.concat([Buffer.from([type, value.length]), value]);
  const end = Buffer.from([0]);
  const location = random.below(2) ? [field(1, Buffer.from('bank.example'))] : [];
  const caveats = random.below(2) ? [field(2, Buffer.from(`user = ${random.base62(6)}`)), end] : [];
  return b64u(
    Buffer.concat([
      Buffer.from([2]),
      ...location,
      field(2, random.bytes(20)),
      end,
      ...caveats,
      end,
      field(6, random.bytes(32)),
    ]),
  );
}

/** A SAML response as XML. */
export function samlXml(random: Seeded): string {
  const prefix = random.pick(['samlp:', 'saml2p:', '']);
  const declared = random.pick(['<?xml version="1.0" encoding="UTF-8"?>\n', '']);
  return `${declared}<${prefix}Response xmlns${prefix && `:${prefix.slice(0, -1)}`}="urn:oasis:names:tc:SAML:2.0:protocol" ID="_${random.base62(32)}" Version="2.0" IssueInstant="2026-01-01T00:00:00Z"><Assertion>${random.pick(NAMES)}</Assertion></${prefix}Response>`;
}

/** As HTTP-POST (base64) and HTTP-Redirect (raw DEFLATE, base64) carry it. */
export const samlPost = (random: Seeded): string => b64(samlXml(random));
export const samlRedirect = (random: Seeded): string => b64(deflateRawSync(samlXml(random)));

const seconds = (random: Seeded) => 1_600_000_000 + random.below(200_000_000);

function base62Of(value: number): string {
  return value === 0 ? '' : base62Of(Math.floor(value / 62)) + BASE62[value % 62];
}

function timeBytes(random: Seeded): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(seconds(random));
  return bytes;
}

const session = (random: Seeded) =>
  JSON.stringify({
    user_id: random.below(1e6),
    csrf: random.base62(32),
    note: 'x'.repeat(random.below(80)),
  });

/** Values as each framework signs or encrypts them, by the issuer that is to be recognised. */
export const SIGNED_BUILDERS: Readonly<Record<string, (random: Seeded) => string>> = {
  Fernet: fernet,
  'Fastify secure session': (r) => `${b64(r.bytes(24 + r.below(200)))};${b64(r.bytes(24))}`,
  HMAC: (r) =>
    r.pick([
      () => b64(JSON.stringify({ sid: r.base62(20), sign: r.bytes(32).toString('hex') })),
      () => `42:${seconds(r)}:${r.bytes(32).toString('hex')}`,
      () => `ada|${seconds(r)}000|${r.bytes(20).toString('hex')}`,
      () => `ada@shop.test|editor|${seconds(r)}|${b64u(r.bytes(32))}`,
      () => b64(`App\\User:YWRh:${seconds(r)}:${r.bytes(32).toString('hex')}`),
    ])(),
  Mojolicious: (r) => {
    const held = JSON.stringify({ user: r.base62(8 + r.below(9)), expires: Number(seconds(r)) });
    const padded = b64(held + r.pick(['', 'Z'.repeat(40 + r.below(9))])).replaceAll('=', '-');
    return `${padded}--${r.bytes(32).toString('hex')}`;
  },
  'Flask-Login': (r) => `${1 + r.below(9999)}|${r.bytes(64).toString('hex')}`,
  Symfony: (r) =>
    r.pick([
      () => `App.Entity.User:YWRhQHNob3AudGVzdA~~:${seconds(r)}:${b64u(r.bytes(32))}~`,
      () => `Core.User:YWRh:${seconds(r)}:${b64u(r.bytes(32))}~${b64u(r.bytes(32))}~`,
    ])(),
  Pyramid: (r) => {
    const held = JSON.stringify([Number(seconds(r)), Number(seconds(r)) + 0.5, { user: 'ada' }]);
    return b64u(Buffer.concat([r.bytes(r.pick([20, 32, 64])), Buffer.from(held)]));
  },
  'HMAC-SHA256': (r) => `${r.base62(32)}.${b64(r.bytes(32))}`,
  'iron-session': (r) => `${iron(r)}~2`,
  'hapi iron': iron,
  'ASP.NET Core': (r) =>
    b64u(Buffer.concat([Buffer.from('09f0c9f0', 'hex'), r.bytes(16 + 16 + 32 + r.below(200))])),
  Laravel: (r) =>
    b64(
      JSON.stringify({
        iv: b64(r.bytes(16)),
        value: b64(r.bytes(64)),
        mac: r.bytes(32).toString('hex'),
        tag: '',
      }),
    ),
  Express: (r) => `s:${r.base62(32)}.${b64(r.bytes(32)).replace(/=+$/, '')}`,
  Rails: (r) =>
    r.pick([
      () => `${b64(session(r))}--${r.bytes(20).toString('hex')}`,
      () => `${b64(session(r))}--${r.bytes(32).toString('hex')}`,
      () => `${b64(r.bytes(90))}--${b64(r.bytes(12))}--${b64(r.bytes(16))}`,
    ])(),
  Phoenix: (r) =>
    r.pick([
      () => `${b64u('HS256')}.${b64u(r.bytes(60))}.${b64u(r.bytes(32))}`,
      () => ['A128GCM', r.bytes(32), r.bytes(12), r.bytes(60), r.bytes(16)].map(b64u).join('.'),
    ])(),
  Django: (r) =>
    r.pick([
      () => `${b64u(session(r))}:${base62Of(seconds(r))}:${b64u(r.bytes(32))}`,
      () => `.${b64u(deflateSync(session(r)))}:${base62Of(seconds(r))}:${b64u(r.bytes(32))}`,
      () => `${r.base62(10)}:${base62Of(seconds(r))}:${b64u(r.bytes(20))}`,
    ])(),
  Flask: (r) =>
    r.pick([
      () => `${b64u(session(r))}.${b64u(timeBytes(r))}.${b64u(r.bytes(20))}`,
      () => `.${b64u(deflateSync(session(r)))}.${b64u(timeBytes(r))}.${b64u(r.bytes(20))}`,
      () => `${b64u(session(r))}.${b64u(r.bytes(64))}`,
    ])(),
  Tornado: (r) => {
    const value = b64(r.base62(12));
    return `2|1:0|10:${seconds(r)}|4:user|${value.length}:${value}|${r.bytes(32).toString('hex')}`;
  },
  WordPress: (r) => `admin|${seconds(r)}|${r.base62(43)}|${r.bytes(32).toString('hex')}`,
  Gorilla: (r) =>
    b64u(Buffer.concat([Buffer.from(`${seconds(r)}|${b64u(r.bytes(40))}|`), r.bytes(32)])),
  'oauth2-proxy': (r) => `${b64u(r.bytes(60))}|${seconds(r)}|${b64u(r.bytes(32))}`,
  'Spring Security': (r) => b64(`ada:${seconds(r)}000:${r.bytes(16).toString('hex')}`),
  Play: (r) => `${r.bytes(20).toString('hex')}-user=ada&csrfToken=${r.base62(20)}`,
  AuthTkt: (r) => {
    const digest = r.pick([16, 32, 64]);
    const head = r.bytes(digest).toString('hex') + seconds(r).toString(16);
    return r.pick([
      () => `${head}ada!`,
      () => `${head}ada!editors,staff!ada@shop.test`,
      () => `${head}YWRh!userid_type:b64str`,
      () => b64(`${head}ada!1790000000:10.0.0.7`),
      () => b64(`${head}7!editors!`),
    ])();
  },
  Bottle: (r) => `!${b64(r.bytes(32))}?${b64(session(r))}`,
};

function iron(random: Seeded): string {
  const salt = () => random.bytes(32).toString('hex');
  return `Fe26.2*1*${salt()}*${b64u(random.bytes(16))}*${b64u(random.bytes(64))}*${random.pick(['', `${seconds(random)}000`])}*${salt()}*${b64u(random.bytes(32))}`;
}

/** One key or token for services with a published prefix, by issuer. */
export const PREFIXED_BUILDERS: Readonly<Record<string, (random: Seeded) => string>> = {
  PostHog: (random) => `phc_${random.base62(43)}`,
  GitHub: (r) => `ghp_${r.base62(36)}`,
  GitLab: (r) => `glpat-${r.base62(20)}`,
  Stripe: (r) => `sk_live_${r.base62(24)}`,
  Slack: (r) => `xoxb-${r.from('0123456789', 12)}-${r.base62(24)}`,
  AWS: (r) => `AKIA${r.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`,
  Google: (r) => `AIza${r.base62(35)}`,
  SendGrid: (r) => `SG.${r.base62(22)}.${r.base62(43)}`,
  npm: (r) => `npm_${r.base62(36)}`,
  Anthropic: (r) => `sk-ant-api03-${r.base62(40)}`,
  OpenAI: (r) => `sk-proj-${r.base62(48)}`,
  Twilio: (r) => `SK${r.bytes(16).toString('hex')}`,
  Shopify: (r) => `shpat_${r.bytes(16).toString('hex')}`,
  Square: (r) => `sq0atp-${r.base62(22)}`,
  Meta: (r) => `EAA${r.base62(80)}`,
  DigitalOcean: (r) => `dop_v1_${r.bytes(32).toString('hex')}`,
  'Hugging Face': (r) => `hf_${r.base62(34)}`,
  PyPI: (r) => `pypi-AgE${r.base62(80)}`,
  'HashiCorp Vault': (r) => `hvs.${r.base62(24)}`,
  'HCP Terraform': (r) => `${r.base62(14)}.atlasv1.${r.base62(60)}`,
  Atlassian: (r) => `ATATT3${r.base62(60)}`,
  Telegram: (r) => `${100_000_000 + r.below(800_000_000)}:AA${r.base62(33)}`,
  Mapbox: (r) => `pk.${b64u(JSON.stringify({ u: 'ada', a: r.base62(25) }))}.${b64u(r.bytes(16))}`,
  Notion: (r) => `ntn_${r.base62(46)}`,
  Linear: (r) => `lin_api_${r.base62(40)}`,
  Postman: (r) => `PMAK-${r.bytes(12).toString('hex')}-${r.bytes(17).toString('hex')}`,
  Figma: (r) => `figd_${r.base62(40)}`,
  Databricks: (r) => `dapi${r.bytes(16).toString('hex')}`,
  'New Relic': (r) => `NRAK-${r.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', 27)}`,
  Grafana: (r) => `glsa_${r.base62(32)}_${r.bytes(4).toString('hex')}`,
  Sentry: (r) => `sntrys_${b64(session(r)).replace(/=+$/, '')}_${r.base62(43)}`,
  Supabase: (r) => `sbp_${r.bytes(20).toString('hex')}`,
  Ory: (r) => `ory_at_${r.base62(43)}.${r.base62(43)}`,
  Docker: (r) => `dckr_pat_${r.base62(27)}`,
  RubyGems: (r) => `rubygems_${r.bytes(24).toString('hex')}`,
  Doppler: (r) => `dp.pt.${r.base62(43)}`,
  Airtable: (r) => `pat${r.base62(14)}.${r.bytes(32).toString('hex')}`,
  Dropbox: (r) => `sl.${r.base62(120)}`,
  Pulumi: (r) => `pul-${r.bytes(20).toString('hex')}`,
  Tailscale: (r) => `tskey-auth-${r.base62(16)}-${r.base62(32)}`,
  Brevo: (r) => `xkeysib-${r.bytes(32).toString('hex')}-${r.base62(16)}`,
  Mailchimp: (r) => `${r.bytes(16).toString('hex')}-us12`,
};

/** Ways in which tokens lie in headers, URLs, bodies and storage. All are to be seen through. */
export const WRAPPINGS: Readonly<Record<string, (token: string) => string>> = {
  bare: (t) => t,
  quoted: (t) => `"${t}"`,
  'single quotes': (t) => `'${t}'`,
  bearer: (t) => `Bearer ${t}`,
  'percent bearer': (t) => `bearer%20${t}`,
  'JWT scheme': (t) => `JWT ${t}`,
  'form value': (t) => `a=1&token=${t}&b=2`,
  'percent quoted': (t) => encodeURIComponent(`"${t}"`),
  'percent twice': (t) => encodeURIComponent(encodeURIComponent(`{"t":"${t}"}`)),
  json: (t) => JSON.stringify({ user: 'ada', access_token: t }),
  'json in json': (t) => JSON.stringify({ state: JSON.stringify({ token: t, v: 1.5 }) }),
  'json in json in json': (t) =>
    JSON.stringify(JSON.stringify(JSON.stringify({ auth: { token: t } }))),
  'json with line feeds': (t) => JSON.stringify({ text: `token:\n${t}\n\tend.` }),
  'base64 of token': (t) => b64(t),
  'base64url of json': (t) => b64u(JSON.stringify({ access_token: t })),
  'prefixed base64': (t) => `base64-${b64u(JSON.stringify({ access_token: t }))}`,
  'percent base64': (t) => encodeURIComponent(b64(JSON.stringify({ access_token: t }))),
  'express signed': (t) => `s:${t}.${b64('x'.repeat(32)).slice(0, 43)}`,
  'percent express signed': (t) => encodeURIComponent(`s:${t}.${'ab+/'.repeat(10)}xyz`),
  'express json': (t) => `j:${JSON.stringify({ t })}`,
  html: (t) => `<input type="hidden" name="t" value="${t}"><p>example.com.br</p>`,
  script: (t) => `window.a.b.c={x:1.5,token:'${t}'};console.log("a.b.c")`,
  sentence: (t) => `Your token is ${t}, keep it.`,
  url: (t) => `https://www.example.com.br/cb.html?v=1.2.3&id_token=${t}#x`,
  'cookie header': (t) => `theme=dark; session=${t}; GA1=1.2.3`,
  'unicode escaped': (t) => `{"html":"\\u003ca href=\\u0022${t}\\u0022"}`,
  'prefixed name': (t) => `auth_token_${t}`,
};
