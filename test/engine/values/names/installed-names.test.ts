import { describe, expect, it } from 'vitest';
import { hintOf } from '../../../../src/engine/values/names/name-hint.js';

describe('a cookie that server software gives', () => {
  it.each([
    ['CAKEPHP', 'session'],
    ['sails.sid', 'session'],
    ['_identity-backend', 'remember-me'],
    ['ss-id', 'session'],
    ['ss-pid', 'device'],
    [`SSESS${'0a'.repeat(16)}`, 'session'],
    [`SESS${'0a'.repeat(16)}`, 'session'],
    ['SMFCookie956', 'session'],
    ['bb_sessionhash', 'session'],
    ['bb_lastvisit', 'other'],
    ['xf_user', 'remember-me'],
    ['phpbb3_a1b2c_k', 'remember-me'],
    ['phpbb3_a1b2c_u', 'other'],
    ['FOSWIKISTRIKEONE', 'csrf'],
    ['log_session_id', 'tracking'],
    ['LFR_SESSION_STATE_20103', 'other'],
    [`PrestaShop-${'0a'.repeat(16)}`, 'session'],
    ['osCsid', 'session'],
    ['zenid', 'session'],
    ['XTCsid', 'session'],
    ['MODsid', 'session'],
    ['stok', 'csrf'],
    ['WC_AUTHENTICATION_-1002', 'session'],
    ['WC_SESSION_ESTABLISHED', 'other'],
    ['MMAUTHTOKEN', 'session'],
    ['i_like_gitea', 'session'],
    ['Bugzilla_login', 'other'],
    ['Bugzilla_logincookie', 'session'],
    ['portainer_api_key', 'session'],
    ['PS_TOKENEXPIRE', 'other'],
    ['PVEAuthCookie', 'session'],
    ['LastMRH_Session', 'other'],
    ['webvpncontext', 'other'],
    ['org.cups.sid', 'csrf'],
    ['GCP_IAP_XSRF_NONCE_ab', 'csrf'],
  ])('is known by its name: %s is %s', (name, role) => {
    expect(hintOf(name)?.role).toBe(role);
    expect(hintOf(name)?.from).toBeDefined();
  });
});

describe('a cookie of a large site', () => {
  it.each([
    ['__Secure-1PSID', 'session'],
    ['__Secure-1PSIDTS', 'other'],
    ['SAPISID', 'session'],
    ['c_user', 'other'],
    ['xs', 'session'],
    ['li_at', 'session'],
    ['session_tracker', 'tracking'],
    ['sess-at-main', 'session'],
    ['x-acbde', 'session'],
    ['session-id-time', 'other'],
    ['NetflixId', 'session'],
    ['sp_dc', 'session'],
    ['nonsession', 'other'],
    ['SESSDATA', 'session'],
    ['bili_jct', 'csrf'],
    ['BDUSS_BFESS', 'session'],
    ['NID_AUT', 'session'],
    ['remixsid', 'session'],
    ['yandex_login', 'other'],
  ])('is known by its name: %s is %s', (name, role) => {
    expect(hintOf(name)?.role).toBe(role);
    expect(hintOf(name)?.from).toBeDefined();
  });
});

describe('what one page tells the next', () => {
  it.each(['flash', 'messages', 'flash_messages', 'toast', 'notice'])('%s logs nobody in', (name) =>
    expect(hintOf(name)?.role).toBe('other'),
  );

  it('is not meant by a session that is called so', () => {
    expect(hintOf('message_board_session')?.role).toBe('session');
  });
});
