import { formatOf } from '../src/engine/values/format.js';
import { compare, type DataSet, readJson, unlessEqual } from './data-set.js';

interface Vector {
  name: string;
  token: string;
}

/**
 * Vectors that must fail for their form: base64 with padding. The others fail for a key or a
 * signature.
 */
const NOT_PASETO = /-F-5$/;

/** All vectors of all versions are recognised by version, purpose and length, and no other. */
export const paseto: DataSet = {
  title: 'PASETO test vectors',
  run(dir) {
    const vectors = ['v1', 'v2', 'v3', 'v4'].flatMap(
      (version) => (readJson(dir, `tokens/paseto-${version}.json`) as { tests: Vector[] }).tests,
    );
    return compare(vectors, ({ name, token }) =>
      unlessEqual(name, NOT_PASETO.test(name) ? 'opaque' : 'paseto', formatOf(token).format),
    );
  },
};
