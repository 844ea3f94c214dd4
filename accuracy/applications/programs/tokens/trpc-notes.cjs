// tRPC with a login of its own: a mutation in a batch, and an opaque token in a header that the page chose.
const { randomBytes } = require('node:crypto');
const { frame, isUser, require_ } = require('./frame.cjs');
const { initTRPC, TRPCError } = require_('@trpc/server');
const { createExpressMiddleware } = require_('@trpc/server/adapters/express');

const { app, show, open } = frame({
  title: 'Notes',
  client: `
import { createTRPCClient, httpBatchLink } from '@trpc/client';
let ticket = localStorage.getItem('notes:ticket') ?? undefined;
const trpc = createTRPCClient({ links: [httpBatchLink({ url: '/trpc', headers: () => ({ 'x-notes-device': device, ...(ticket ? { 'x-notes-ticket': ticket } : {}) }) })] });
const device = localStorage['notes:device'] ??= Array.from(crypto.getRandomValues(new Uint8Array(8)), (b) => b.toString(16).padStart(2, '0')).join('');
const client = {
  logIn: async (handle, phrase) => { ({ ticket } = await trpc.person.enter.mutate({ handle, phrase })); localStorage.setItem('notes:ticket', ticket); },
  load: async () => { const [notes] = await Promise.all([trpc.note.list.query(), trpc.person.self.query()]); return notes.length; },
  add: async () => { await trpc.note.write.mutate({ text: 'Milk' }); },
  logOut: async () => { await trpc.person.leave.mutate(); localStorage.removeItem('notes:ticket'); ticket = undefined; },
};`,
});

const t = initTRPC.context().create();
const tickets = new Set();
const notes = [];
const known = t.procedure.use(({ ctx, next }) => {
  if (!tickets.has(ctx.ticket)) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next();
});
const any = (value) => value;
const router = t.router({
  person: t.router({
    enter: t.procedure.input(any).mutation(({ input }) => {
      if (!isUser(input.handle, input.phrase))
        throw new TRPCError({ code: 'UNAUTHORIZED', message: 'No such person' });
      const ticket = randomBytes(30).toString('base64url');
      tickets.add(ticket);
      return { ticket, handle: 'ada' };
    }),
    self: known.query(() => ({ handle: 'ada', etag: randomBytes(8).toString('hex') })),
    leave: known.mutation(({ ctx }) => tickets.delete(ctx.ticket)),
  }),
  note: t.router({
    list: known.query(() => notes),
    write: known.input(any).mutation(({ input }) => notes.push(input)),
  }),
});
app.use(
  '/trpc',
  createExpressMiddleware({
    router,
    createContext: ({ req }) => ({ ticket: req.headers['x-notes-ticket'] }),
  }),
);
app.get('/', show);
open();
