import { describe, expect, it } from 'vitest';
import { hintOf } from '../../../../src/engine/values/names/name-hint.js';

describe('names that advertising and analytics document', () => {
  it.each([
    ['__gads', 'tracking'],
    ['KRTBCOOKIE_377', 'tracking'],
    ['cto_bundle', 'tracking'],
    ['_pubcid_cst', 'tracking'],
    ['_chartbeat2', 'tracking'],
    ['visitor_id123-hash', 'tracking'],
    ['_hp2_id.1234', 'tracking'],
    ['gbuuid', 'tracking'],
    ['Hm_lvt_0a1b2c', 'tracking'],
    ['Hm_lpvt_0a1b2c', 'tracking'],
    ['_evga_1f2e', 'tracking'],
    ['sa-user-id-v3', 'tracking'],
    ['ioam2018', 'tracking'],
    ['wt3_eid', 'tracking'],
    ['sbjs_session', 'tracking'],
    ['sbjs_current', 'tracking'],
    ['statsig-session-id', 'tracking'],
    ['statsig_stable_id', 'tracking'],
    ['_uetvid', 'tracking'],
    ['_scid_r', 'tracking'],
    ['_mkto_trk', 'tracking'],
    ['vuid', 'tracking'],
    ['__cmpconsent4711', 'consent'],
    ['__cmpcvcx4711', 'consent'],
    ['notice_preferences', 'consent'],
    ['cmapi_gtm_bl', 'consent'],
    ['_iub_cs-12345678', 'consent'],
    ['hs_cookie_cat_pref', 'consent'],
    ['CookieScriptConsent', 'consent'],
    ['__VCAP_ID__', 'load-balancer'],
    ['SOCS', 'consent'],
    ['lidc', 'load-balancer'],
  ])('%s: %s', (name, role) => {
    expect(hintOf(name)?.role).toBe(role);
  });

  it.each([
    'c',
    'uid2x',
    'MRX',
    'a__gads',
    'test_cookie',
    'sp',
    'x_tuuid',
    'xta',
    'cnabox',
    'statsig-api-key',
    'sbjs',
  ])('%s is no such name', (name) => {
    expect(hintOf(name)?.role).not.toBe('tracking');
  });
});
