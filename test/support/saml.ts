import { deflateRawSync } from 'node:zlib';
import { anyName } from './any-user.js';
import { b64 } from './base64.js';
import type { Seeded } from './seeded.js';

/** A SAML response as XML. */
export function samlXml(random: Seeded): string {
  const prefix = random.pick(['samlp:', 'saml2p:', '']);
  const declared = random.pick(['<?xml version="1.0" encoding="UTF-8"?>\n', '']);
  return `${declared}<${prefix}Response xmlns${prefix && `:${prefix.slice(0, -1)}`}="urn:oasis:names:tc:SAML:2.0:protocol" ID="_${random.base62(32)}" Version="2.0" IssueInstant="2026-01-01T00:00:00Z"><Assertion>${anyName(random)}</Assertion></${prefix}Response>`;
}

/** As HTTP-POST (base64) and HTTP-Redirect (raw DEFLATE, base64) carry it. */
export const samlPost = (random: Seeded): string => b64(samlXml(random));
export const samlRedirect = (random: Seeded): string => b64(deflateRawSync(samlXml(random)));
