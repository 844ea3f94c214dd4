import { randomBytes, randomUUID } from 'node:crypto';
import type { Role } from '../../../src/engine/model.js';

const hex = (bytes: number) => randomBytes(bytes).toString('hex');
const b64 = (bytes: number) => randomBytes(bytes).toString('base64');
const now = () => Math.floor(Date.now() / 1000);

/**
 * A cookie of the bank's own pages, as the maker of the script or the device that sets it describes
 * it.
 */
export interface BankCookie {
  role: readonly Role[];
  /** By the server's answer, not by a script. */
  served?: true;
  make(): string;
}

const TRACKED: readonly Role[] = ['tracking', 'device', 'other'];
const GUARD: readonly Role[] = ['device', 'other'];
const TESTED: readonly Role[] = ['tracking', 'preference', 'other', 'device'];

export const BANK: Readonly<Record<string, BankCookie>> = {
  // Adobe Target: "mbox: session ID, PC ID", "at_check"; Experience Cloud ID.
  mbox: {
    role: TESTED,
    make: () => `session#${hex(16)}#${now() + 1860}|PC#${hex(16)}.37_0#${now() + 63_072_000}`,
  },
  at_check: { role: ['other', 'preference'], make: () => 'true' },
  kndctr_9E1005A551ED61CA0A490D45_AdobeOrg_identity: {
    role: TRACKED,
    make: () => b64(60).replaceAll('=', ''),
  },
  kndctr_9E1005A551ED61CA0A490D45_AdobeOrg_cluster: {
    role: ['load-balancer', 'other', 'tracking'],
    make: () => 'irl1',
  },
  // Acoustic Tealeaf: "TLTSID identifies a session of the visitor", "TLTUID" the visitor.
  TLTSID: { role: TRACKED, served: true, make: () => hex(16).toUpperCase() },
  TLTUID: { role: TRACKED, served: true, make: () => hex(16).toUpperCase() },
  // Dynatrace RUM: "dtCookie: tracks a visit across requests", "rxVisitor: visitor ID".
  dtCookie: {
    role: TRACKED,
    served: true,
    make: () =>
      `v_4_srv_7_sn_${hex(16).toUpperCase()}_perc_100000_ol_0_mul_1_app-3Aea7c4b59f27d43eb_1`,
  },
  rxVisitor: { role: TRACKED, make: () => `${Date.now()}${hex(16).toUpperCase()}` },
  rxvt: { role: TRACKED, make: () => `${Date.now() + 1_800_000}|${Date.now()}` },
  dtPC: { role: TRACKED, make: () => `7$${Date.now() % 1e9}_${Date.now() % 1000}h-vHJTKPQRS-0e0` },
  // Akamai Bot Manager.
  _abck: {
    role: GUARD,
    served: true,
    make: () => `${hex(16).toUpperCase()}~-1~YAAQ${b64(160)}~-1~-1~-1`,
  },
  bm_sz: {
    role: GUARD,
    served: true,
    make: () => `${hex(16).toUpperCase()}~YAAQ${b64(90)}~3425587~4539190`,
  },
  // LivePerson: "LPVID: visitor ID", "LPSID-{account}: the visitor’s session with the tag".
  LPVID: { role: TRACKED, make: () => `${b64(16).replace(/\W/g, '')}` },
  'LPSID-48371625': {
    role: TRACKED,
    make: () => b64(16).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''),
  },
  // Quantum Metric.
  QuantumMetricSessionID: { role: TRACKED, make: () => hex(16) },
  QuantumMetricUserID: { role: TRACKED, make: () => hex(16) },
  // Glassbox: "_cls_s: session id", "_cls_v: visitor id".
  _cls_s: { role: TRACKED, make: () => `${randomUUID()}:0` },
  _cls_v: { role: TRACKED, make: () => randomUUID() },
  // Medallia Digital.
  kampyleUserSession: { role: TRACKED, make: () => String(Date.now()) },
  kampyle_userid: {
    role: TRACKED,
    make: () => `${hex(2)}-${hex(2)}-${hex(2)}-${hex(2)}-${hex(2)}`,
  },
  // VWO; Optimizely.
  _vwo_uuid: { role: TESTED, make: () => `D${hex(16).toUpperCase()}` },
  _vis_opt_s: { role: TESTED, make: () => '1%7C' },
  optimizelyEndUserId: { role: TESTED, make: () => `oeu${Date.now()}r0.${hex(7)}` },
  optimizelySession: { role: TESTED, make: () => String(Date.now()) },
  // The bank's own.
  segment: { role: ['preference', 'other', 'tracking'], served: true, make: () => 'retail' },
  branch: { role: ['preference', 'other'], make: () => 'EC2V' },
  cookieConsent: { role: ['consent'], make: () => 'functional%2Canalytics' },
};
