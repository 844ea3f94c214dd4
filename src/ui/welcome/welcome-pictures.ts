import type { ReportPicture, ReportPictureRow } from '../../engine/report/report-site.js';

// Three flow pictures as the demo's shops give them, cut down to what is to be learnt.

type Picture = Pick<ReportPicture, 'lanes' | 'rows'>;
type Lane = 'storage' | 'page' | 'site' | 'other';
type Step = readonly [kind: 'send' | 'give' | 'keep', from: Lane, to: Lane, label: string];

const SHOP = 'shop.example';
const LANES: ReportPicture['lanes'] = [
  { id: 'storage', kind: 'storage', label: '' },
  { id: 'page', kind: 'page', label: '' },
  { id: 'site', kind: 'site', label: SHOP },
];
const METRICS: ReportPicture['lanes'][number] = {
  id: 'other',
  kind: 'site',
  label: 'metrics.example',
};

const at = '2026-01-01T00:00:00.000Z';
const exchange = { id: '', method: 'POST', url: `https://${SHOP}/login`, status: 200 };
const LOGIN: ReportPictureRow = { type: 'note', moment: 'login', at, exchange };

function arrow([kind, from, to, label]: Step): ReportPictureRow {
  const exposed = to === 'other';
  const said = { kind, from, to, at, label, count: 1, exposed };
  return { type: 'arrow', ...said, credentialIds: [], exchange };
}

/** The id of a session in a cookie. */
export const SESSION: Picture = {
  lanes: LANES,
  rows: [
    arrow(['send', 'page', 'site', 'POST /login']),
    LOGIN,
    arrow(['give', 'site', 'storage', 'Set-Cookie: sid=8Kf3…; HttpOnly; SameSite=Lax']),
    arrow(['send', 'storage', 'site', 'GET /account, Cookie: sid=8Kf3…']),
  ],
};

/** A token that a script keeps and sends, and that a third party gets as well. */
export const TOKEN: Picture = {
  lanes: [...LANES, METRICS],
  rows: [
    arrow(['send', 'page', 'site', 'POST /api/token']),
    LOGIN,
    arrow(['give', 'site', 'page', '"access_token": "eyJ…"']),
    arrow(['keep', 'page', 'storage', 'localStorage: access_token']),
    arrow(['send', 'page', 'site', 'Authorization: Bearer eyJ…']),
    arrow(['send', 'page', 'other', 'POST /collect {"t": "eyJ…"}']),
  ],
};

/** Two cookies, of which one stands for somebody. */
export const COOKIE: Picture = {
  lanes: LANES,
  rows: [
    arrow(['give', 'site', 'storage', 'Set-Cookie: theme=dark']),
    arrow(['give', 'site', 'storage', 'Set-Cookie: sid=8Kf3…']),
    arrow(['send', 'storage', 'site', 'Cookie: theme=dark; sid=8Kf3…']),
  ],
};
