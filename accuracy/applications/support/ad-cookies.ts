import { randomUUID } from 'node:crypto';
import { alike, b64, digits, hex, made, type PartyCookie, seconds } from './party-cookie.js';

/** Host → what it sets there, by the cookie lists of its company. */
export const PARTIES: Record<string, readonly PartyCookie[]> = {
  // https://policies.google.com/technologies/cookies
  'ad.doubleclicks.test': [
    ...made('tracking', {
      IDE: () => `AHWqTU${b64(40)}`,
      DSID: () => 'NO_DATA',
      ar_debug: () => '1',
    }),
    ...made('other', { test_cookie: () => 'CheckForPermission' }),
  ],
  'www.finder.test': [
    ...made(['tracking', 'preference'], {
      NID: () => `511=${b64(120)}`,
      OTZ: () => `7${digits(6)}_24_24__24_`,
    }),
    ...made('consent', {
      SOCS: () => 'CAISHAgBEhJnd3NfMjAyNDA1MDYtMF9SQzIaAmVuIAEaBgiA_LmxBg',
      CONSENT: () => `PENDING+${digits(3)}`,
    }),
    ...made(['other', 'tracking'], {
      AEC: () => `AQTF6H${b64(32)}`,
      '1P_JAR': () => '2024-05-02-16',
    }),
  ],
  // https://learn.microsoft.com/en-us/xandr/industry-reference/cookie-list
  'ib.nexus.test': made('tracking', {
    uuid2: () => digits(19),
    anj: () => `dTM7k!M4/YF)(@>/w:p=T!:J?'C${b64(30)}`,
    icu: () => `ChgI${b64(24)}`,
    XANDR_PANID: () => b64(32),
    sess: () => '1',
    usersync: () => `eNq${b64(60)}`,
  }),
  // https://www.thetradedesk.com/us/website-privacy-policy
  'match.tradedesk.test': made('tracking', {
    TDID: () => randomUUID(),
    TDCPM: () => `CAESFQoGZ29vZ2xlEgsI${b64(24)}`,
    TTDOptOut: () => '0',
  }),
  // https://www.indexexchange.com/privacy/
  'ssum.caselike.test': made('tracking', {
    CMID: () => `Zj${b64(12)}`,
    CMPS: () => digits(4),
    CMPRO: () => digits(4),
    CMTS: () => seconds(),
  }),
  // https://pubmatic.com/legal/platform-cookie-policy/
  'image.pubmat.test': made('tracking', {
    KADUSERCOOKIE: () => randomUUID().toUpperCase(),
    KRTBCOOKIE_80: () => `22987-CAESE${b64(16)}&KRTB&16514-CAESE${b64(16)}`,
    KRTBCOOKIE_377: () => `6810-${randomUUID()}&KRTB&22918-${randomUUID()}`,
    PugT: () => seconds(),
    PUBMDCID: () => '3',
    SyncRTB4: () => `1717200000%3A220_2_21`,
    chkChromeAb67Sec: () => '4',
    DPSync4: () => '1717200000%3A245_248_219',
  }),
  // https://business.adobe.com/privacy/experience-cloud.html
  'dpm.audience.test': made('tracking', {
    demdex: () => digits(38),
    dextp: () => `269-1-${seconds()}|477-1-${seconds()}`,
    everest_g_v2: () => `g_surferid~Zj${b64(10)}`,
    AMCVS_4F2A: () => '1',
  }),
  // https://about.ads.microsoft.com/en-us/solutions/tools/universal-event-tracking (MUID …)
  'c.binger.test': made('tracking', {
    ...alike(['MUID', 'MUIDB'], () => hex(16).toUpperCase()),
    MR: () => '0',
    SRM_B: () => hex(16).toUpperCase(),
    SM: () => 'C',
    ANONCHK: () => '0',
    CLID: () => `${hex(16)}.20240502.20250502`,
    _uetvid: () => `${hex(6)}08b911ef${hex(10)}`,
  }),
  // https://www.linkedin.com/legal/l/cookie-table
  'px.linkin.test': [
    ...made('tracking', {
      bcookie: () => `"v=2&${randomUUID()}"`,
      bscookie: () => `"v=1&20240502160000${randomUUID()}AQ${b64(24)}"`,
      UserMatchHistory: () => `AQ${b64(80)}`,
      AnalyticsSyncHistory: () => `AQ${b64(70)}`,
      li_sugr: () => randomUUID(),
      ln_or: () => 'eyIyNDcyNTgiOiJkIn0%3D',
    }),
    ...made('load-balancer', {
      lidc: () =>
        `"b=OGST05:s=O:r=O:a=O:p=O:g=2891:u=1:x=1:i=${seconds()}:t=1717286400:v=2:sig=AQ` +
        `${b64(24)}"`,
    }),
    ...made('consent', { li_gc: () => `MTsyMTsxNzE0NjY1NjAwOzI7MDIx${b64(32)}` }),
    ...made('preference', { lang: () => 'v=2&lang=en-us' }),
  ],
  // https://www.facebook.com/privacy/policies/cookies
  'www.facepage.test': made('tracking', {
    fr: () => `0${b64(16)}..BmM7${b64(4)}..AAA.0.0.BmM7`,
    _fbc: () => `fb.1.${Date.now()}.IwAR${b64(40)}`,
  }),
  // https://help.x.com/en/rules-and-policies/x-cookies
  'analytics.chirps.test': made('tracking', {
    personalization_id: () => `"v1_${b64(16)}=="`,
    guest_id: () => `v1%3A${Date.now()}${digits(5)}`,
    guest_id_ads: () => `v1%3A${Date.now()}${digits(5)}`,
    guest_id_marketing: () => `v1%3A${Date.now()}${digits(5)}`,
    muc_ads: () => randomUUID(),
  }),
  // https://ads.tiktok.com/help/article/using-cookies-with-tiktok-pixel
  'analytics.ticking.test': made('tracking', {
    _ttp: () => `2g${b64(18)}`,
    _tt_enable_cookie: () => '1',
  }),
  // https://legal.yahoo.com/us/en/yahoo/privacy/cookies
  'ups.yahoos.test': made('tracking', {
    ...alike(['A3', 'A1S'], () => `d=AQABBK${b64(28)}&S=AQAAAq${b64(16)}`),
    IDSYNC: () => '19e0~2i5x:19cu~2i5x',
  }),
  // https://www.criteo.com/privacy/how-we-use-your-data/
  'gum.critic.test': made('tracking', {
    uid: () => randomUUID(),
    cto_bundle: () => `${b64(80)}`,
    optout: () => '0',
    cto_tld_test: () => b64(24),
  }),
  // https://www.magnite.com/legal/advertising-technology-privacy-policy/
  'pixel.rubicons.test': made('tracking', {
    khaos: () => `LVPQ${hex(3).toUpperCase()}-1J-${hex(2).toUpperCase()}`,
    khaos_p: () => `LVPQ${hex(3).toUpperCase()}-1J-${hex(2).toUpperCase()}`,
    audit: () => `1|${b64(60)}`,
    rsid: () => `1714665600|${b64(30)}`,
    receive_cookie_deprecation: () => '1',
  }),
  // https://www.openx.com/privacy-center/cookie-policy/
  'u.openex.test': made('tracking', {
    i: () => `${randomUUID()}|${seconds()}`,
    pd: () => `v2|${seconds()}|vMjs`,
    univ_id: () => `537072971|${randomUUID()}|${seconds()}${digits(6)}`,
  }),
  // https://www.quantcast.com/privacy/
  'pixel.quants.test': made('tracking', {
    mc: () => `6633b8f2-${hex(3)}-${hex(3)}-${hex(3)}`,
    d: () => `EO${b64(18)}`,
    __qca: () => `P0-${digits(9)}-${Date.now()}`,
  }),
  // https://www.lotame.com/privacy/
  'bcp.lotames.test': made('tracking', {
    _cc_id: () => hex(16),
    _cc_cc: () => `"ACZ4nGNQ${b64(40)}"`,
    _cc_aud: () => `"ABR4nGNg${b64(40)}"`,
    panoramaId: () => hex(32),
  }),
  // https://id5.io/platform-privacy-policy
  'id5-sync.ident.test': made('tracking', {
    id5: () => `${randomUUID()}#${Date.now()}#2`,
    '3pi': () => `434#${Date.now()}#${digits(9)}`,
    callback: () => randomUUID(),
    gdpr: () => '1|',
  }),
  // https://www.scorecardresearch.com/privacy.aspx
  'sb.scorecards.test': made('tracking', {
    UID: () => `1${hex(2).toUpperCase()}${hex(12)}${seconds()}`,
    UIDR: () => seconds(),
    XID: () => `1${hex(2).toUpperCase()}${hex(12)}${seconds()}`,
  }),
  // https://www.taboola.com/policies/cookie-policy
  'trc.tables.test': made('tracking', {
    ...alike(['t_gid', 't_pt_gid'], () => `${randomUUID()}-tuct${hex(4)}`),
    taboola_usg: () => `IhQI${b64(20)}`,
    taboola_select: () => 'true',
  }),
  // https://www.outbrain.com/privacy/cookies/
  'sync.brains.test': made('tracking', {
    obuid: () => randomUUID(),
    adrl: () => `B${b64(12)}`,
    apnxs: () => '1',
  }),
  // https://www.bidswitch.com/cookie-statement/
  'x.bidswitcher.test': made('tracking', {
    tuuid: () => randomUUID(),
    tuuid_lu: () => seconds(),
    c: () => seconds(),
    google_push: () => b64(20),
  }),
  // https://liveramp.com/privacy/
  'idsync.ramps.test': made('tracking', {
    rlas3: () => `${b64(40)}=`,
    pxrc: () => `CL${b64(24)}`,
    _lr_env: () => b64(60),
  }),
  // https://www.smartadserver.com/end-user-privacy-policy/
  'sync.smarts.test': made('tracking', {
    pid: () => digits(19),
    TestIfCookieP: () => 'ok',
    csync: () => `0:${digits(18)}|27:${randomUUID()}`,
    sasd2: () => 'q=%24qc%3D1500',
    cookielength: () => '1',
  }),
};
