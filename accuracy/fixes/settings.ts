import { NODE } from '../../src/engine/remedies/frameworks/node.js';

type Options = Record<string, unknown>;

/** Options of a library that its settings change, and what they change around it. */
export interface Told {
  options: Options;
  /** `app.set('trust proxy', 1)`, `app.proxy = true`. */
  behindProxy: boolean;
}

/**
 * The lines of a framework as the code that they are: what each hands its library, put together.
 */
export function settingsOf(framework: string, before: Options): Told {
  const settings = NODE.find(({ name }) => name === framework)?.settings ?? {};
  const told: Told = { options: before, behindProxy: false };
  for (const line of Object.values(settings)) run(line, told);
  return told;
}

function run(line: string, told: Told): void {
  const take = (...given: unknown[]) => {
    const options = given.findLast((one) => typeof one === 'object' && !(one as Options)['app']);
    told.options = merged(told.options, options as Options);
  };
  const app = {
    app: true,
    set: () => (told.behindProxy = true),
    set proxy(behind: boolean) {
      told.behindProxy = behind;
    },
  };
  const fastify = { register: (_plugin: unknown, options: Options) => take(options) };
  const names = { session: take, cookieSession: take, getIronSession: take, app, fastify };
  const more = { cookies: {}, secureSession: {} };
  // Where two libraries share a line, the first one is meant.
  const code = /^yar: (.*) · /.exec(line)?.[1];
  const known = { ...names, ...more, take };
  // eslint-disable-next-line no-new-func
  new Function(...Object.keys(known), code ? `take(${code})` : line)(...Object.values(known));
}

function merged(before: Options, after: Options): Options {
  const inside = Object.entries(after).map(([name, value]) => {
    const old = before[name];
    const both = isPlain(old) && isPlain(value);
    return [name, both ? merged(old, value) : value] as const;
  });
  return { ...before, ...Object.fromEntries(inside) };
}

function isPlain(value: unknown): value is Options {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
