import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { type Certificate, makeCertificate } from './certificate.js';
import { insecureShop } from './insecure/shop.js';
import { metricsService } from './metrics.js';
import { soundShop } from './sound/shop.js';

/** The running demo. URLs are origins, without a slash at the end. */
export interface Demo {
  insecureUrl: string;
  soundUrl: string;
  metricsUrl: string;
  /** For Chromium's `--ignore-certificate-errors-spki-list`. */
  certificateSpki: string;
  /** For clients that trust it as their `ca`. */
  certificatePem: string;
  /** For Chromium's `--host-resolver-rules`. */
  hostRules: string;
  stop(): Promise<void>;
}

const SOUND_HOST = 'sound-shop.test';

/**
 * Starts both shops and the metrics service on free ports of 127.0.0.1. The certificate is one of its
 * own, unless another is given, which a browser trusts by its key whatever host it names.
 */
export async function startDemo(given?: Certificate): Promise<Demo> {
  const certificate = given ?? (await makeCertificate(SOUND_HOST));
  const servers = {
    insecure: http.createServer(),
    metrics: http.createServer(),
    sound: https.createServer({ key: certificate.key, cert: certificate.pem }),
  };
  const insecureUrl = `http://insecure-shop.test:${await listen(servers.insecure)}`;
  const metricsUrl = `http://metrics.test:${await listen(servers.metrics)}`;
  const soundUrl = `https://${SOUND_HOST}:${await listen(servers.sound)}`;
  servers.insecure.on('request', insecureShop({ url: insecureUrl, metricsUrl }));
  servers.metrics.on('request', metricsService());
  servers.sound.on('request', await soundShop(soundUrl));
  return {
    insecureUrl,
    soundUrl,
    metricsUrl,
    certificateSpki: certificate.spki,
    certificatePem: certificate.pem,
    hostRules: 'MAP *.test 127.0.0.1',
    stop: async () => {
      await Promise.all(Object.values(servers).map(close));
    },
  };
}

function listen(server: http.Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: http.Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
