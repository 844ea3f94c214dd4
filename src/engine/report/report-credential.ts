import type { Carrier, CredentialState, Format, Role } from '../model.js';
import type { Iso } from './report-event.js';
import type { ReportCookieRemedy, ReportLifetimeAdvice } from './report-remedy.js';

export interface ReportCredential {
  id: string;
  site: string;
  host: string;
  origin: string;
  carrier: Carrier;
  name: string;
  carriers: readonly Carrier[];
  role: Role;
  format: Format;
  confidence: number;
  evidence: string[];
  /** What has become of it; role, attributes and findings speak of its life. */
  state: CredentialState;
  stateReason: string | null;
  /** How many values it has had: a refresh or a rotation puts a new one in the place of the old. */
  generations: number;
  attributes: ReportAttributes | null;
  /** Decoded, not verified; of an encrypted token the header alone. */
  jwt: { header: Record<string, unknown>; claims: Record<string, unknown> } | null;
  /** How its value is signed, and whether its secret is one that others know. */
  signature: ReportSignature | null;
  issuedAt: Iso | null;
  expiresAt: Iso | null;
  /** `session`, `never`, `unknown`, or the instant of `expiresAt`. */
  expires: string;
  lifetimeSeconds: number | null;
  preview: string;
  /** First 12 hex digits of the value's SHA-256. */
  fingerprint: string;
  /** How hard it is to guess; null for what does not log in, and for what only a key can make. */
  entropy: ReportEntropy | null;
  /** How often it was seen, and how often it was sent. */
  sightings: number;
  sent: number;
  firstSeen: Iso;
  lastSeen: Iso;
  /** The line that mends all that was found about this cookie; null where nothing needs it. */
  remedy: ReportCookieRemedy | null;
  /**
   * The lifetime that fits a token that lives too long for its role; null where nothing needs it.
   */
  lifetimeAdvice: ReportLifetimeAdvice | null;
  /** Only where revealing was asked for. */
  value?: string;
}

export interface ReportSignature {
  /** The algorithm that a JWS names, or the framework that signed it. */
  scheme: string;
  /** A secret signs it: one can be tried. */
  secret: boolean;
  /** How many secrets were tried on it. */
  tried: number;
  /**
   * Where the one that fits stands: among those that everybody knows, or in a file of the user's.
   */
  fits: 'built-in' | 'file' | null;
}

/** An estimate in bits, and between what it lies, over all values that were seen. */
export interface ReportEntropy {
  bits: number;
  low: number;
  high: number;
  /** How many values were looked at. */
  values: number;
  /** What was found in it: a time, a counter, random characters. */
  parts: string[];
  text: string;
}

/** Of its life; null where it is unknown. */
export interface ReportAttributes {
  httpOnly: boolean | null;
  secure: boolean | null;
  sameSite: 'lax' | 'strict' | 'none' | 'unset' | null;
  domain: string | null;
  path: string | null;
  hostOnly: boolean | null;
  partitioned: boolean | null;
  persistent: boolean | null;
}
