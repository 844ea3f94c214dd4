import { randomBytes, randomUUID } from 'node:crypto';
import type { Role } from '../../../src/engine/model.js';

export const TIMETABLE = 'timetable.test';
export const API = 'api.timetable.test';
export const CDN = 'static.edge-network.test';
const b64 = (bytes: number) => randomBytes(bytes).toString('base64');
const url64 = (bytes: number) => randomBytes(bytes).toString('base64url');
const hex = (bytes: number) => randomBytes(bytes).toString('hex');

/** A cookie as its maker documents it. */
export interface Made {
  name: string;
  role: Role | readonly Role[];
  /** Without a life it ends with the browser. */
  maxAge?: number;
  httpOnly?: boolean;
  /** For other sites' pages too. */
  cross?: boolean;
  /** A new value with every answer. */
  always?: boolean;
  make(): string;
}

const BOT: readonly Role[] = ['device', 'other'];
const WEEK = 604_800;

/** What a load balancer or a guard against bots sets, with values made as its maker says. */
export const MADE: Record<string, readonly Made[]> = {
  [TIMETABLE]: [
    // "BIGipServer<pool>": address and port, little endian, of the server in the pool.
    {
      name: 'BIGipServer~web~pool_timetable',
      role: 'load-balancer',
      make: () => '1677787402.20480.0000',
    },
    // Application Security Manager: "TS cookie … validates that it was not changed".
    { name: 'TS01b3f1c7', role: BOT, httpOnly: true, make: () => `01${hex(54)}` },
    { name: 'TSPD_101', role: BOT, make: () => `08${hex(60)}:` },
    {
      name: 'visid_incap_2871034',
      role: ['tracking', 'device', 'other'],
      maxAge: 31_536_000,
      httpOnly: true,
      make: () => `${b64(48)}`,
    },
    {
      name: 'incap_ses_1184_2871034',
      role: ['device', 'other', 'load-balancer'],
      make: () => b64(36),
    },
    { name: 'nlbi_2871034', role: 'load-balancer', make: () => b64(36) },
    { name: 'AWSALB', role: 'load-balancer', maxAge: WEEK, always: true, make: () => b64(96) },
    {
      name: 'AWSALBCORS',
      role: 'load-balancer',
      maxAge: WEEK,
      cross: true,
      always: true,
      make: () => b64(96),
    },
    { name: 'ApplicationGatewayAffinity', role: 'load-balancer', make: () => hex(16) },
    {
      name: 'ApplicationGatewayAffinityCORS',
      role: 'load-balancer',
      cross: true,
      make: () => hex(16),
    },
    {
      name: 'NSC_wt-ujnfubcmf-443',
      role: 'load-balancer',
      maxAge: 120,
      make: () => `ffffffff${hex(4)}45525d5f4f58455e445a4a42${hex(2)}`,
    },
  ],
  [API]: [
    {
      name: '__cf_bm',
      role: BOT,
      maxAge: 1800,
      httpOnly: true,
      cross: true,
      make: () => `${url64(32)}-${Math.floor(Date.now() / 1000)}-1.0.1.1-${url64(64)}`,
    },
    {
      name: '_cfuvid',
      role: ['device', 'other', 'tracking'],
      httpOnly: true,
      cross: true,
      make: () => `${url64(32)}-${Date.now()}-0.0.1.1-604800000`,
    },
    {
      name: '__cflb',
      role: 'load-balancer',
      maxAge: 82_800,
      httpOnly: true,
      make: () => `02DiuD${url64(24)}`,
    },
    { name: 'GCLB', role: 'load-balancer', httpOnly: true, make: () => `"${hex(8)}"` },
    { name: 'ARRAffinity', role: 'load-balancer', httpOnly: true, make: () => hex(32) },
    {
      name: 'ARRAffinitySameSite',
      role: 'load-balancer',
      httpOnly: true,
      cross: true,
      make: () => hex(32),
    },
    { name: 'SERVERID', role: 'load-balancer', make: () => 'api-3|Z0V1q|Z0V1p' },
    { name: 'datadome', role: BOT, maxAge: 31_536_000, make: () => `${url64(60)}~${url64(36)}` },
  ],
  [CDN]: [
    {
      name: '_abck',
      role: BOT,
      maxAge: 31_536_000,
      cross: true,
      always: true,
      make: () => `${hex(16).toUpperCase()}~-1~YAAQ${b64(90)}~-1~-1~-1`,
    },
    {
      name: 'bm_sz',
      role: BOT,
      maxAge: 14_400,
      cross: true,
      make: () =>
        `${hex(16).toUpperCase()}~YAAQ${b64(90)}~${3_000_000 + Number.parseInt(hex(2), 16)}` +
        '~4404276',
    },
    {
      name: 'ak_bmsc',
      role: BOT,
      maxAge: 7200,
      httpOnly: true,
      cross: true,
      make: () => `${hex(16).toUpperCase()}~000000000000000000000000000000~YAAQ${b64(90)}`,
    },
    {
      name: 'bm_sv',
      role: BOT,
      maxAge: 7200,
      cross: true,
      always: true,
      make: () => `${hex(16).toUpperCase()}~YAAQ${b64(60)}~1`,
    },
    {
      name: 'AKA_A2',
      role: ['other', 'preference'],
      maxAge: 3600,
      httpOnly: true,
      cross: true,
      make: () => 'A',
    },
    {
      name: '_pxvid',
      role: ['device', 'other', 'tracking'],
      maxAge: 31_536_000,
      cross: true,
      make: () => randomUUID(),
    },
    {
      name: '_px3',
      role: BOT,
      maxAge: 330,
      cross: true,
      make: () => `${hex(32)}:${b64(90)}:1000:${b64(60)}`,
    },
  ],
};
