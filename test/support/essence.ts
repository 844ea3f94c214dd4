import type { Report } from '../../src/engine/report/report.js';

/** What a report says that must not depend on who watched. */
export const essence = ({ credentials, sites, findings, events }: Report) => ({
  credentials: credentials
    .map(({ name, role, format, carrier }) => `${role} ${format} ${carrier} ${name}`)
    .toSorted(),
  sites: sites.map(({ site, mechanism, grade }) => `${site} ${mechanism} ${grade}`).toSorted(),
  findings: findings.map(({ ruleId, severity }) => `${severity} ${ruleId}`).toSorted(),
  moments: events
    .filter(({ type }) => ['login', 'logout', 'session-lost'].includes(type))
    .map(({ type }) => type),
});
