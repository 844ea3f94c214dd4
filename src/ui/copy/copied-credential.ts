import type { ReportCredential } from '../../engine/report/report-credential.js';
import { codeSpan } from '../../engine/report/formats/markdown-text.js';

/** The header in which a credential goes; undefined for one that goes in none. */
export function headerOf(
  { carrier, name, role }: Pick<ReportCredential, 'carrier' | 'name' | 'role'>,
  value: string,
): string | undefined {
  if (carrier === 'cookie') return `Cookie: ${name}=${value}`;
  if (carrier !== 'header') return undefined;
  if (name.toLowerCase() !== 'authorization') return `${name}: ${value}`;
  // The value comes without its scheme, which is known of tokens alone (RFC 6750 §2.1).
  return role === 'access-token' ? `${name}: Bearer ${value}` : undefined;
}

/** True for name and password: a report has nothing of them, and nobody can show them. */
export function isNeverShown({ preview }: Pick<ReportCredential, 'preview'>): boolean {
  return preview === '…';
}

/** What is known of a credential, without its value. */
export function credentialFacts(credential: ReportCredential): Record<string, unknown> {
  const { name, role, format, host, carriers, preview, fingerprint, state } = credential;
  const { attributes, issuedAt, expiresAt, lifetimeSeconds, firstSeen, lastSeen } = credential;
  return {
    name,
    role,
    format,
    host,
    carriers,
    state,
    value: preview,
    fingerprint,
    attributes,
    issuedAt,
    expiresAt,
    lifetimeSeconds,
    firstSeen,
    lastSeen,
  };
}

/** For a ticket: what is known of a credential, one fact a line. */
export function credentialMarkdown(credential: ReportCredential, value?: string): string {
  const { name, attributes: _, ...facts } = credentialFacts(credential);
  const told = { ...facts, ...(value !== undefined && { value }), ...credential.attributes };
  const lines = Object.entries(told).filter(([, fact]) => fact !== null);
  return [
    `**${codeSpan(String(name))}**`,
    '',
    ...lines.map(([key, fact]) => `- ${key}: ${codeSpan(String(fact))}`),
  ].join('\n');
}
