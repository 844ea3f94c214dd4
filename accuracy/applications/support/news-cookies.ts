import { randomBytes, randomUUID } from 'node:crypto';
import type { Role } from '../../../src/engine/model.js';

const hex = (bytes: number) => randomBytes(bytes).toString('hex');
const now = () => String(Math.floor(Date.now() / 1000));
const number = () => String(1_000_000_000 + randomBytes(4).readUInt32BE(0));

/** What the paper's own pages and the scripts in them keep at the paper's own address. */
export const OWN: readonly (readonly [
  role: Role | readonly Role[],
  cookies: Record<string, () => string>,
])[] = [
  [
    'tracking',
    {
      _ga: () => `GA1.2.${number()}.${now()}`,
      _gid: () => `GA1.2.${number()}.${now()}`,
      _gat_gtag_UA_3141592_1: () => '1',
      _ga_7LM2QWXRTB: () => `GS1.1.${now()}.1.1.${now()}.0.0.0`,
      _gcl_au: () => `1.1.${number()}.${now()}`,
      _gcl_aw: () => `GCL.${now()}.Cj0KCQ${hex(20)}`,
      __gads: () => `ID=${hex(8)}:T=${now()}:RT=${now()}:S=ALNI_M${hex(14)}`,
      __gpi: () => `UID=0000${hex(6)}:T=${now()}:RT=${now()}:S=ALNI_M${hex(14)}`,
      __eoi: () => `ID=${hex(8)}:T=${now()}:RT=${now()}:S=AA-Afj${hex(12)}`,
      _fbp: () => `fb.1.${Date.now()}.${number()}`,
      _uetsid: () => `${hex(4)}08b911ef${hex(12)}`,
      _uetvid: () => `${hex(4)}08b911ef${hex(12)}`,
      _clck: () => `${hex(3)}|2|flf|0|1583`,
      _clsk: () => `${hex(3)}|${Date.now()}|1|1|s.clarity.ms/collect`,
      _hjSessionUser_271828: () =>
        Buffer.from(JSON.stringify({ id: randomUUID(), created: Date.now() })).toString('base64'),
      _hjSession_271828: () =>
        Buffer.from(JSON.stringify({ id: randomUUID(), c: Date.now(), s: 0 })).toString('base64'),
      _pk_id: () => `${hex(8)}.${now()}.`,
      _pk_ses: () => '1',
      _cb: () => `D${hex(7)}`,
      _chartbeat2: () => `.${Date.now()}.${Date.now()}.1.B${hex(12)}.1`,
      _cb_svref: () => 'external',
      _parsely_visitor: () =>
        encodeURIComponent(
          JSON.stringify({ id: `pid=${hex(16)}`, session_count: 1, last_session_ts: Date.now() }),
        ),
      _parsely_session: () =>
        encodeURIComponent(
          JSON.stringify({ sid: 1, surl: 'https://morning-courier.test/', sts: Date.now() }),
        ),
      permutiveId: () => randomUUID(),
      _pubcid: () => randomUUID(),
      _pubcid_cst: () => 'zix7LPQsHA%3D%3D',
      _sharedID: () => randomUUID(),
      _lc2_fpi: () => `${hex(6)}--01hw${hex(11)}`,
      _cc_id: () => hex(16),
      cto_bundle: () => `${randomBytes(80).toString('base64url')}`,
      _scid: () => randomUUID(),
      _ttp: () => `2g${hex(12)}`,
      _pin_unauth: () => `dWlkPU${randomBytes(40).toString('base64url')}`,
      _rdt_uuid: () => `${Date.now()}.${randomUUID()}`,
      s_ecid: () => `MCMID%7C${number()}${number()}${number()}`,
      AMCV_4F2A15: () => `179643557%7CMCIDTS%7C19846%7CMCMID%7C${number()}${number()}`,
      s_cc: () => 'true',
      s_nr: () => `${Date.now()}-New`,
      utag_main: () => `v_id:018f${hex(12)}$_sn:1$_se:3$_ss:0$_st:${Date.now()}`,
      nol_fpid: () => `${hex(12)}1714665600|${Date.now()}`,
      _sp_id: () => `${randomUUID()}.${now()}.1.${now()}..${randomUUID()}`,
      sp: () => randomUUID(),
      blueconic_id: () => randomUUID(),
      BCSessionID: () => randomUUID(),
      iter_id: () => hex(24),
      usprivacy_seen: () => '1',
      __qca: () => `P0-${number()}-${Date.now()}`,
      _li_dcdm_c: () => '.morning-courier.test',
      panoramaId: () => hex(32),
      panoramaId_expiry: () => String(Date.now() + 604_800_000),
      connectId: () => encodeURIComponent(JSON.stringify({ vmuid: hex(24), connectid: hex(24) })),
      FCNEC: () => encodeURIComponent(JSON.stringify([['AKsRol', hex(30)]])),
    },
  ],
  [
    'consent',
    {
      'euconsent-v2': () =>
        'COvFyGBOvFyGBAbAAAENAPCAAOAAAAAAAAAAAEEUACCKAAA.IFoEUQQgAIQwgIwQABAEAAAAOIAACAIAAAAQAIAgEAACEAAAAAgAQBAAAAAAAGBAAgAAAAAAAFAAECAAAgAAQARAEQAAAAAJAAIAAgAAAYQEAAAQmAgBC3ZAYzUw',
      usprivacy: () => '1YNN',
      OptanonConsent: () =>
        `isGpcEnabled=0&consentId=${randomUUID()}&interactionCount=1&groups=C0001%3A1%2CC0004%3A1`,
      OptanonAlertBoxClosed: () => '2024-05-02T16:00:00.000Z',
      _sp_v1_consent: () => '1!1:1:1:0:0:0',
      consentUUID: () => `${randomUUID()}_31`,
      addtl_consent: () => '1~43.46.55.61.70.83.89.93.108',
    },
  ],
  [
    'preference',
    {
      edition: () => 'uk',
      theme: () => 'light',
      'font-size': () => '2',
      weather_location: () => 'LONDON',
      tz: () => 'Europe%2FLondon',
      seen_newsletter: () => '1',
      dismissed_banners: () => '17%2C21',
    },
  ],
  [
    ['other', 'preference', 'tracking'],
    {
      article_count: () => '3',
      meter: () => `2.${now()}`,
      last_visit: now,
      ab_home: () => 'variant-b',
      _dd_s: () => `rum=0&expire=${Date.now()}`,
    },
  ],
  [
    'load-balancer',
    {
      AWSALB: () => randomBytes(96).toString('base64'),
      AWSALBCORS: () => randomBytes(96).toString('base64'),
    },
  ],
  [
    ['device', 'other'],
    {
      __cf_bm: () =>
        `${randomBytes(32).toString('base64url')}-${now()}-1.0.1.1-${randomBytes(64).toString('base64url')}`,
      ak_bmsc: () =>
        `${hex(16).toUpperCase()}~000000000000000000000000000000~YAAQ` +
        randomBytes(90).toString('base64'),
    },
  ],
];
